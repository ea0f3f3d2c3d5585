package dev.steadfast.starter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Features use each other in one direction only, and none of them another's optional jars. */
class ArchitectureTest {

  private static final String STARTER = "dev.steadfast.starter";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(STARTER);

  @Test
  void features_haveNoCycles() {
    slices().matching(STARTER + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void featuresOfEveryRequest_doNotKnowThoseThatCount() {
    noClasses()
        .that()
        .resideInAnyPackage(
            STARTER + ".accesslog",
            STARTER + ".lifecycle",
            STARTER + ".problem",
            STARTER + ".requestid")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            STARTER + ".idempotency",
            STARTER + ".ratelimit",
            "org.redisson..",
            "io.github.bucket4j..",
            "io.lettuce..",
            "java.sql..",
            "org.springframework.jdbc..",
            "jakarta.validation..")
        .check(CLASSES);
  }

  @Test
  void onlyOneClass_knowsTomcat() {
    noClasses()
        .that()
        .haveNameNotMatching(".*problem\\.(ContainerErrors|ProblemAutoConfiguration)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache..")
        .check(CLASSES);
  }
}

package dev.steadfast.reference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {
  private static final String HERE = "dev.steadfast.reference";
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(HERE);

  @Test
  void packages_ofTheServer_formNoCircle() {
    slices().matching(HERE + ".(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void packages_areCutByFeature_notByLayer() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..controller..", "..service..", "..util..", "..helper..", "..common..", "..impl..")
        .check(CODE);
  }

  @Test
  void domain_knowsNoVersionOfTheApi() {
    noClasses()
        .that()
        .haveNameNotMatching(".*Controller(\\$.*)?")
        .and()
        .resideOutsideOfPackage("..merchant..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.steadfast.payments..")
        .check(CODE);
  }

  @Test
  void controllers_areSeenByNobody() {
    classes()
        .that()
        .areAnnotatedWith(RestController.class)
        .or()
        .areAnnotatedWith(Controller.class)
        .should()
        .notBePublic()
        .check(CODE);
  }

  @Test
  void tables_areWrittenByTheirStoresOnly() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "org.springframework.jdbc..")
        .check(CODE);
  }
}

package dev.steadfast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may use what. */
class ArchitectureTest {

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.steadfast");

  @Test
  void aPackage_usesOnlyTheLayersBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("spec")
        .definedBy("dev.steadfast.spec..")
        .layer("domain")
        .definedBy("dev.steadfast.domain..")
        .layer("schema")
        .definedBy("dev.steadfast.schema..")
        .layer("confirm")
        .definedBy("dev.steadfast.confirm..")
        .layer("diff")
        .definedBy("dev.steadfast.diff..")
        .layer("compat")
        .definedBy("dev.steadfast.compat..")
        .layer("header")
        .definedBy("dev.steadfast.header..")
        .layer("lifecycle")
        .definedBy("dev.steadfast.lifecycle..")
        .layer("report")
        .definedBy("dev.steadfast.report..")
        .whereLayer("spec")
        .mayNotAccessAnyLayer()
        .whereLayer("domain")
        .mayNotAccessAnyLayer()
        .whereLayer("schema")
        .mayOnlyAccessLayers("spec", "domain")
        .whereLayer("confirm")
        .mayOnlyAccessLayers("spec")
        .whereLayer("diff")
        .mayOnlyAccessLayers("spec", "domain", "schema")
        .whereLayer("compat")
        .mayOnlyAccessLayers("spec", "domain", "schema", "confirm", "diff")
        .whereLayer("header")
        .mayNotAccessAnyLayer()
        .whereLayer("lifecycle")
        .mayOnlyAccessLayers("spec", "domain", "diff", "header")
        .whereLayer("report")
        .mayOnlyAccessLayers("spec", "diff", "compat", "lifecycle")
        .ensureAllClassesAreContainedInArchitecture()
        .check(LIBRARY);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("dev.steadfast.(**)").should().beFreeOfCycles().check(LIBRARY);
  }

  @Test
  void packages_sayWhatTheyHold() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..utils..", "..helper..", "..common..", "..impl..", "..manager..")
        .check(LIBRARY);
  }

  @Test
  void packages_areNullMarked() {
    assertThat(LIBRARY.getPackage("dev.steadfast").getSubpackagesInTree())
        .filteredOn(javaPackage -> !javaPackage.getClasses().isEmpty())
        .filteredOn(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .isEmpty();
  }
}

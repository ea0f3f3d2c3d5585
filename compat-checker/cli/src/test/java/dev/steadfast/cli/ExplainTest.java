package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.compat.RuleCatalogue;
import org.junit.jupiter.api.Test;

class ExplainTest {

  @Test
  void everyRule_hasAPageWithAnExample() {
    assertThat(RuleCatalogue.ids())
        .filteredOn(id -> !id.startsWith("waiver-"))
        .allSatisfy(
            id -> {
              Run run = Run.of("explain", id);
              assertThat(run.code()).isZero();
              assertThat(run.err()).isEmpty();
              assertThat(run.out())
                  .startsWith(id + "\n    ")
                  .contains("\n\nExample:\n\n    ")
                  .doesNotContain("```");
            });
  }

  @Test
  void noRule_listsAll() {
    Run run = Run.of("explain");
    assertThat(run.out().lines().map(line -> line.replaceFirst(" .*", "")))
        .containsExactlyElementsOf(RuleCatalogue.ids());
  }

  @Test
  void unknownRule_namesTheNearest() {
    assertThat(Run.of("explain", "operation-remove"))
        .isEqualTo(
            new Run(
                2,
                "",
                "steadfast: there is no rule 'operation-remove'; near: operation-removed,"
                    + " operation-tag-removed\n"));
    assertThat(Run.of("explain", "xyzzy-plugh").err())
        .isEqualTo(
            "steadfast: there is no rule 'xyzzy-plugh'; steadfast explain lists all rules\n");
  }
}

package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.compat.RuleCatalogue;
import dev.steadfast.lifecycle.LifecycleRule;
import java.util.Arrays;
import java.util.stream.Stream;
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
        .containsExactlyElementsOf(
            Stream.concat(
                    RuleCatalogue.ids().stream(),
                    Arrays.stream(LifecycleRule.values()).map(LifecycleRule::id))
                .toList());
  }

  @Test
  void ruleOfALifecycle_saysWhyAndWhatToDo() {
    assertThat(Run.of("explain", "notice-too-short"))
        .isEqualTo(
            new Run(
                0,
                """
                notice-too-short
                    The time from announcement to sunset is shorter than the minimum notice

                severity: error
                why: Clients plan with the notice that they were promised.
                fix: Move the sunset, or announce earlier next time.
                """,
                ""));
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

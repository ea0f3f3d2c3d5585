package dev.steadfast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.compat.RuleCatalogue;
import dev.steadfast.compat.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule is complete: words, fixture, page. */
class RuleCatalogueTest {

  /** About the policy, not about a pair of documents; see PolicyTest. */
  private static final List<String> WITHOUT_FIXTURE = List.of("waiver-expired", "waiver-unused");

  @Test
  void everyRule_hasAFixtureAndViceVersa() throws IOException {
    TreeSet<String> rules = new TreeSet<>(RuleCatalogue.ids());
    WITHOUT_FIXTURE.forEach(rules::remove);
    try (Stream<Path> folders = Files.list(RuleFixture.ALL)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(rules);
    }
  }

  @Test
  void everyRule_isWordedLikeTheOthers() {
    for (RuleInfo rule : RuleCatalogue.all()) {
      assertThat(rule.id()).matches("[a-z]+(-[a-z]+)+");
      assertThat(rule.summary()).matches("\\p{Lu}.*[^.]");
      assertThat(rule.why()).matches("(?s)\\p{Lu}.*[.]");
      assertThat(rule.fix()).matches("(?s)\\p{Lu}.*[.]");
    }
  }

  @Test
  void everyRule_hasThePageThatTheGeneratorPrints() throws IOException {
    Map<String, String> pages = RulePages.all();
    if (Boolean.getBoolean("golden.update")) {
      RulePages.write(pages);
    }
    TreeMap<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(RulePages.FOLDER)) {
      for (Path file : files.toList()) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(written).isEqualTo(pages);
  }
}

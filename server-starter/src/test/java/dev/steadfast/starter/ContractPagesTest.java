package dev.steadfast.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} and {@code docs/versioning.md} say what {@code api-spec} says. */
class ContractPagesTest {

  private static String text(String path) throws IOException {
    return Files.readString(Path.of("..", path));
  }

  /** What a pattern finds in a text, each once, sorted. */
  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(ContractPagesTest::row)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String row(MatchResult match) {
    return match.group(1) + ' ' + match.group(2);
  }

  @Test
  void kindsOfVersion2_areThoseOfTheSpecification() throws IOException {
    Set<String> specified =
        found("^        \\| `(\\S+)` \\| (\\d{3}) \\|", text("api-spec/payments-v2.yaml"));
    assertThat(specified).hasSize(23);
    assertThat(found("^\\| `(\\S+)` \\| (\\d{3}) \\|", text("docs/errors.md")))
        .isEqualTo(specified);
  }

  @Test
  void codesOfVersion1_areThoseOfTheSpecification() throws IOException {
    Set<String> specified =
        found("^    \\| `([a-z_]+)` \\| (\\d{3}) \\|", text("api-spec/payments-v1.yaml"));
    assertThat(specified).hasSize(24);
    Set<String> documented = new TreeSet<>();
    Pattern.compile("^\\| [^|]+ \\| (\\d{3}) \\| `([a-z_]+)` \\|", Pattern.MULTILINE)
        .matcher(text("docs/errors.md"))
        .results()
        .forEach(match -> documented.add(match.group(2) + ' ' + match.group(1)));
    assertThat(documented).isEqualTo(specified);
  }

  @Test
  void datesOfVersion1_areThoseOfTheLifecycle() throws IOException {
    Set<String> dates =
        found("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}):00Z", text("api-spec/lifecycle.yaml"));
    String page = text("docs/versioning.md");
    for (String date : dates) {
      boolean ofABrownout =
          !date.endsWith(" 00:00") && !isEnd(date, text("api-spec/lifecycle.yaml"));
      assertThat(page).contains(ofABrownout ? date : date.substring(0, 10));
    }
  }

  private static boolean isEnd(String date, String lifecycle) {
    return lifecycle.contains("until: " + date.replace(' ', 'T') + ":00Z");
  }
}

package dev.steadfast.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/lifecycle.md says what the code does. */
class LifecycleGuideTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void guide_listsEveryRule() throws IOException {
    List<String> rows = guide().lines().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows)
        .containsAll(
            Arrays.stream(LifecycleRule.values())
                .map(rule -> "| `" + rule.id() + "` | " + lowered(rule.summary()) + " |")
                .toList());
  }

  @Test
  void guide_showsAFileThatCanBeRead() throws IOException {
    Matcher example = EXAMPLE.matcher(guide());
    assertThat(example.find()).isTrue();
    Lifecycle.Reading reading = Lifecycle.read(Folder.source(example.group(1)));
    assertThat(reading.problems()).isEmpty();
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("../../docs/lifecycle.md"));
  }

  private static String lowered(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}

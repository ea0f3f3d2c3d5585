package dev.steadfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule sees what its fixture marks, and nothing else; and stays silent on the near miss. */
class RuleFixturesTest {

  static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(RuleFixture.ALL)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void breaks_isFoundWhereItIsMarked(Path folder) throws IOException {
    RuleFixture fixture = new RuleFixture(folder.resolve("breaks"));
    assertThat(fixture.found()).isEqualTo(fixture.expected());
    assertThat(fixture.expected()).anyMatch(mark -> mark.endsWith(" " + folder.getFileName()));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void allows_isSilent(Path folder) throws IOException {
    RuleFixture fixture = new RuleFixture(folder.resolve("allows"));
    assertThat(fixture.expected()).isEmpty();
    assertThat(fixture.found()).isEmpty();
    assertThat(fixture.shown("before.yaml")).isNotEqualTo(fixture.shown("after.yaml"));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void message_isWordedAsExpected(Path folder) throws IOException {
    Path expected = folder.resolve("expected.txt");
    String actual = new RuleFixture(folder.resolve("breaks")).text();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void equalDocuments_haveNoFinding(Path folder) throws IOException {
    for (String pair : new String[] {"breaks", "allows"}) {
      for (String file : new String[] {"before.yaml", "after.yaml"}) {
        Path same = folder.resolve(pair).resolve(file);
        assertThat(RuleFixture.compare(same, same).findings()).isEmpty();
      }
    }
  }
}

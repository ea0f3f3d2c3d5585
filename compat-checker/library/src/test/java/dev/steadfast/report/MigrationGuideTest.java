package dev.steadfast.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Severity;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/migrate-to-v2.md has a row for each change of the Payments API that breaks a client. */
class MigrationGuideTest {

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
  private static final Pattern SCHEMA = Pattern.compile("/components/schemas/([A-Za-z]+)");

  @Test
  void everyBreakingChange_hasARow() throws IOException {
    List<String> rows =
        Files.readString(Path.of("../../docs/migrate-to-v2.md"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();
    List<Finding> findings = findings();
    List<String> missing = new ArrayList<>();
    TreeSet<String> rules = new TreeSet<>();
    for (Finding finding : findings) {
      List<String> words = words(finding);
      rules.add(finding.rule());
      if (rows.stream().noneMatch(row -> words.stream().allMatch(row::contains))) {
        missing.add(String.join(", ", words));
      }
    }
    assertThat(missing).isEmpty();
    assertThat(findings).hasSize(54);
    assertThat(rules).hasSize(10);
  }

  /* The rule, every name that the message quotes, and the schema, each as the guide writes it. */
  private static List<String> words(Finding finding) {
    List<String> words = new ArrayList<>(List.of('`' + finding.rule() + '`'));
    Matcher quoted = QUOTED.matcher(finding.message());
    while (quoted.find()) {
      Stream.of(quoted.group(1).split(", ", -1)).map(name -> '`' + name + '`').forEach(words::add);
    }
    schema(finding.base()).or(() -> schema(finding.revision())).ifPresent(words::add);
    return words;
  }

  private static Optional<String> schema(@Nullable Location at) {
    Matcher matcher = SCHEMA.matcher(at == null ? "" : at.pointer());
    return matcher.find() ? Optional.of('`' + matcher.group(1) + '`') : Optional.empty();
  }

  private static List<Finding> findings() {
    Path specs = Path.of("../../api-spec");
    return new Judge(null, null, null, Instant.parse("2026-11-22T00:00:00Z"), start -> 0)
        .judge(
            "",
            Source.file(specs.resolve("payments-v1.yaml")),
            Source.file(specs.resolve("payments-v2.yaml")))
        .match(
            compared ->
                compared.verdict().findings().stream()
                    .filter(finding -> finding.severity() != Severity.INFO)
                    .toList(),
            unreadable -> {
              throw new AssertionError(unreadable.problems());
            });
  }
}

package dev.steadfast.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.cli.Steadfast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said of the configuration without starting it. */
class ConfigurationTest {

  private static final Pattern TUNABLE =
      Pattern.compile("\tpresetenv (\\w+) +(\"[^\"]*\"|\\S+) +# \\S.*");
  private static final Pattern READ = Pattern.compile("\\$\\{(\\w+)(?:\\[\\*])?}");

  /* Something is opened or added only when these are set. */
  private static final Set<String> OPTIONAL =
      Set.of("PAYMENTS_CERT", "SERVER3", "SERVER4", "SERVER5");

  @Test
  void configuration_asShipped_isValidWithoutAWarning() {
    assertThat(check(Map.of())).isEqualTo(new Checkout.Ended(0, "Configuration file is valid\n"));
  }

  @Test
  void configuration_withFiveServersAndOthersValues_isValidWithoutAWarning() {
    assertThat(
            check(
                Map.of(
                    "SERVER3", "127.0.0.1:9003",
                    "SERVER4", "127.0.0.1:9004",
                    "SERVER5", "127.0.0.1:9005",
                    "EDGE_BALANCE", "roundrobin",
                    "EDGE_OBSERVE", "layer7",
                    "EDGE_RETRY_ON", "none",
                    "EDGE_CHECK_PATH", "/health/live")))
        .isEqualTo(new Checkout.Ended(0, "Configuration file is valid\n"));
  }

  @Test
  void everyVariable_thatIsRead_isSetInOnePlaceWithItsReason() throws IOException {
    String text = Files.readString(Checkout.CONFIGURATION);
    TreeSet<String> set = new TreeSet<>();
    for (String line : text.lines().filter(line -> line.startsWith("\tpresetenv")).toList()) {
      assertThat(line).matches(TUNABLE);
      set.add(line.split("\\s+", -1)[2]);
    }
    TreeSet<String> read = new TreeSet<>();
    READ.matcher(text).results().map(match -> match.group(1)).forEach(read::add);
    read.removeAll(OPTIONAL);
    assertThat(read).isEqualTo(set);
  }

  @Test
  void maps_asShipped_areWhatTheLifecycleSays(@TempDir Path folder) throws IOException {
    CommandRun run = new CommandRun();
    int code =
        Steadfast.run(
            run.surroundings(Map.of()),
            "lifecycle",
            "haproxy",
            Checkout.ROOT.resolve("api-spec/lifecycle.yaml").toString(),
            "--output",
            folder.toString());
    assertThat(code).as(run.err()).isZero();
    assertThat(entries(Checkout.EDGE.resolve("maps"))).isEqualTo(entries(folder));
  }

  private static Checkout.Ended check(Map<String, String> environment) {
    return Checkout.run(
        environment, "haproxy", "-c", "-f", "state", "-f", Checkout.CONFIGURATION.toString());
  }

  /* Without comments: they name the file as it was asked for. */
  private static Map<String, String> entries(Path folder) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        entries.put(
            file.getFileName().toString(),
            Pattern.compile("(?m)^#.*\n").matcher(Files.readString(file)).replaceAll(""));
      }
    }
    return entries;
  }
}

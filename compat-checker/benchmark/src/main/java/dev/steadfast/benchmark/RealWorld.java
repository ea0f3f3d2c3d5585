package dev.steadfast.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Time, peak memory and findings on real documents: each pair through the launcher as a process of
 * its own, beside the floor of parsing the two files; then all pairs in one run.
 *
 * <p>Run in the top folder of the repository, on a machine that does nothing else.
 */
public final class RealWorld {

  private static final String TREE = "digitalocean-multifile";
  private static final String TREE_ROOT = "specification/DigitalOcean-public.v2.yaml";
  private static final Pattern SCHEMA = Pattern.compile("/(schemas?|definitions)(/|$)");
  private static final String BUNDLED = "digitalocean-bundled";
  private static final int RUNS = 5;

  private final Page page;
  private final Path real;
  private final String launcher;
  private final List<List<String>> times =
      Page.titled(
          "pair",
          "MB",
          "verdict",
          "seconds",
          "CPU s",
          "peak MB",
          "floor s",
          "floor MB",
          "CPU ratio");
  private final List<List<String>> counts =
      Page.titled(
          "pair",
          "errors",
          "warnings",
          "infos",
          "unknown",
          "witnesses",
          "confirmed",
          "not confirmed");
  private final Map<String, Integer> bare = new TreeMap<>();
  private final Map<String, Integer> unconfirmed = new TreeMap<>();
  private int findings;
  private int unknown;
  private int witnesses;
  private int confirmed;

  private RealWorld(Page page, String launcher) {
    this.page = page;
    this.real = page.corpus().resolve("real");
    this.launcher = launcher;
  }

  /** Arguments: {@code CORPUS [--write FILE]}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Page page = Page.of(arguments, System.out);
    new RealWorld(page, Path.of("steadfast").toAbsolutePath().toString()).measure();
    page.close();
  }

  private void measure() throws IOException, InterruptedException {
    page.line("# Real documents");
    page.line("");
    page.line(
        String.format(
            Locale.ROOT,
            "Written by `dev.steadfast.benchmark.RealWorld` on %s: %s, Java %s, %d processors.",
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("os.name"),
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors()));
    page.line(
        "Medians of "
            + RUNS
            + " rounds; in each the check runs and then the floor, which parses both files into"
            + " trees in a process of its own; of the tree of files it parses the two root files"
            + " only.");
    List<Path> pairs;
    try (Stream<Path> folders = Files.list(real)) {
      pairs = folders.filter(Files::isDirectory).sorted().toList();
    }
    Map<String, List<String>> found = new TreeMap<>();
    for (Path pair : pairs) {
      String name = String.valueOf(pair.getFileName());
      Path base =
          name.equals(TREE) ? pair.resolve("base").resolve(TREE_ROOT) : document(pair, "base");
      Path revision =
          name.equals(TREE)
              ? pair.resolve("revision").resolve(TREE_ROOT)
              : document(pair, "revision");
      found.put(name, pair(name, base, revision));
    }
    page.heading("Time and memory");
    page.table(times);
    page.heading("Findings");
    page.table(counts);
    page.line("");
    page.line(
        String.format(
            Locale.ROOT,
            "%d findings, %d of them unknown (%s). %d refutations of schemas, %d confirmed (%s).",
            findings,
            unknown,
            percent(unknown, findings),
            witnesses,
            confirmed,
            percent(confirmed, witnesses)));
    page.line("");
    page.line("Errors without a message to show, by rule: " + bare);
    page.line("");
    page.line("Witnesses that were not confirmed, by reason: " + unconfirmed);
    page.line("");
    page.line(
        "The tree of files and the bundled file of the same commits give "
            + (found.get(TREE) != null && found.get(TREE).equals(found.get(BUNDLED))
                ? "the same findings."
                : "different findings."));
    page.heading("All pairs in one run");
    Measured all = Measured.run(List.of(launcher, "check", "--each", real.toString()));
    page.line(
        String.format(
            Locale.ROOT,
            "%d pairs in %s s (%s s of CPU time), %s MB.",
            all.output().lines().count(),
            all.seconds(),
            all.cpuSeconds(),
            all.megabytes()));
  }

  private static Path document(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(name + "."))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Rules and operations of the findings, sorted. */
  private List<String> pair(String name, Path base, Path revision)
      throws IOException, InterruptedException {
    List<Measured> checks = new ArrayList<>();
    List<Measured> floors = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      checks.add(
          Measured.run(
              List.of(
                  launcher, "check", base.toString(), revision.toString(), "--format", "json")));
      floors.add(
          Measured.run(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Floor.class.getName(),
                  base.toString(),
                  revision.toString())));
    }
    Measured check = Measured.median(checks);
    Measured floor = Measured.median(floors);
    JsonNode answer = read(check.output());
    times.add(
        List.of(
            name,
            String.format(Locale.ROOT, "%.1f", (Files.size(base) + Files.size(revision)) / 1e6),
            answer == null ? "none, exit " + check.exitCode() : answer.path("verdict").asString(),
            check.seconds(),
            check.cpuSeconds(),
            check.megabytes(),
            floor.seconds(),
            floor.megabytes(),
            String.format(
                Locale.ROOT,
                "%.2f",
                (double) check.cpu().toMillis() / Math.max(1, floor.cpu().toMillis()))));
    return answer == null ? List.of() : count(name, answer);
  }

  private static @Nullable JsonNode read(String output) {
    return output.isBlank() ? null : Command.JSON.readTree(output);
  }

  private List<String> count(String name, JsonNode answer) {
    int unknownHere = 0;
    int witnessesHere = 0;
    int confirmedHere = 0;
    List<String> signatures = new ArrayList<>();
    for (JsonNode finding : answer.path("findings")) {
      String rule = finding.path("rule").asString();
      signatures.add(rule + ' ' + finding.path("message").asString() + finding.path("operations"));
      JsonNode witness = finding.path("witness");
      if (finding.path("confidence").asString().equals("unknown")) {
        unknownHere++;
      } else if (witness.has("value")
          && (!witness.path("value").isNull() || isAboutSchema(finding))) {
        witnessesHere++;
        if (witness.path("confirmed").booleanValue()) {
          confirmedHere++;
        } else {
          unconfirmed.merge(witness.path("unconfirmedBecause").asString(""), 1, Integer::sum);
        }
      } else if (!witness.isObject() && finding.path("severity").asString().equals("error")) {
        bare.merge(rule, 1, Integer::sum);
      }
    }
    JsonNode severities = answer.path("counts");
    counts.add(
        List.of(
            name,
            severities.path("error").asString(),
            severities.path("warning").asString(),
            severities.path("info").asString(),
            String.valueOf(unknownHere),
            String.valueOf(witnessesHere),
            String.valueOf(confirmedHere),
            String.valueOf(witnessesHere - confirmedHere)));
    findings += signatures.size();
    unknown += unknownHere;
    witnesses += witnessesHere;
    confirmed += confirmedHere;
    signatures.sort(String::compareTo);
    return signatures;
  }

  private static boolean isAboutSchema(JsonNode finding) {
    return Stream.of("base", "revision")
        .map(side -> finding.path(side).path("pointer").asString(""))
        .anyMatch(pointer -> SCHEMA.matcher(pointer).find());
  }

  private static String percent(int part, int whole) {
    return whole == 0 ? "none" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}

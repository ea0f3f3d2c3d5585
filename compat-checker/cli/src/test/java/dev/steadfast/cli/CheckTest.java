package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

  private static final String OLD =
      """
      openapi: 3.1.0
      info: { title: Payments, version: 1.0.0 }
      paths:
        /payments:
          get: { responses: { "204": { description: none } } }
        /refunds:
          get: { responses: { "204": { description: none } } }
      """;
  private static final String NEW =
      """
      openapi: 3.1.0
      info: { title: Payments, version: 1.1.0 }
      paths:
        /payments:
          get: { responses: { "204": { description: none } } }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void documents() throws IOException {
    write("old.yaml", OLD);
    write("new.yaml", NEW);
    write("broken.yaml", "openapi: [3.1.0");
  }

  @Test
  void sameDocument_isCompatible() {
    assertThat(Run.of("check", path("old.yaml"), path("old.yaml")))
        .isEqualTo(new Run(0, "compatible: 0 errors, 0 warnings, 0 info\n", ""));
  }

  @Test
  void breakingChange_isAFindingAndExitCodeOne() {
    Run run = Run.of("check", path("old.yaml"), path("new.yaml"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(path("old.yaml") + ":7:5: error: GET /refunds: ")
        .contains("[operation-removed]\n    breaks: client-runtime, sdk-compile\n    why: ")
        .endsWith(
            """
                more: steadfast explain operation-removed
            breaking: 1 error, 0 warnings, 0 info
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "old.yaml, new.yaml, error, 1",
    "old.yaml, new.yaml, warning, 1",
    "old.yaml, new.yaml, info, 1",
    "old.yaml, new.yaml, never, 0",
    "new.yaml, old.yaml, error, 0",
    "new.yaml, old.yaml, warning, 0",
    "new.yaml, old.yaml, info, 1",
    "old.yaml, old.yaml, info, 0"
  })
  void failOn_decidesTheExitCode(String base, String revision, String severity, int code) {
    assertThat(Run.of("check", path(base), path(revision), "-q", "--fail-on", severity))
        .isEqualTo(new Run(code, "", ""));
  }

  @Test
  void waiver_isReadFromThePolicyBesideTheRevision() throws IOException {
    write(
        "steadfast.yaml",
        """
        waivers:
          - rule: operation-removed
            place: GET /refunds
            reason: Nobody calls it.
            owner: payments-team
            until: 2026-11-22
        """);
    assertThat(Run.of("check", path("old.yaml"), path("new.yaml")))
        .isEqualTo(new Run(0, "compatible: 0 errors, 0 warnings, 0 info, 1 waived\n", ""));
    assertThat(Run.with("", Map.of(), false, "check", path("old.yaml"), path("old.yaml")).code())
        .isEqualTo(1);
  }

  @Test
  void each_isOneWhenAnyPairBreaks() throws IOException {
    write("list.jsonl", "{\"pair\":\"p\",\"base\":\"old.yaml\",\"revision\":\"new.yaml\"}\n");
    assertThat(Run.of("check", "--each", path("list.jsonl")).code()).isEqualTo(1);
  }

  @Test
  void each_ofAList_takesNoDocumentFromStandardInput() throws IOException {
    write("list.jsonl", "{\"pair\":\"p\",\"base\":\"-\",\"revision\":\"new.yaml\"}\n");
    assertThat(Run.of("check", "--each", path("list.jsonl")).out())
        .contains("\"message\":\"a list names files or git:REF:PATH, not '-'\"");
  }

  @Test
  void unreadableDocument_asText_goesToStandardError() {
    Run run = Run.of("check", path("old.yaml"), path("broken.yaml"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(path("broken.yaml") + ":1:")
        .endsWith("error: 1 problem, no verdict\n");
  }

  @Test
  void unreadableDocument_asJson_goesToStandardOutputOnly() {
    Run run = Run.of("check", path("old.yaml"), path("broken.yaml"), "--format", "json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .startsWith(
            "{\"schemaVersion\":1,\"base\":\""
                + path("old.yaml")
                + "\",\"revision\":\""
                + path("broken.yaml")
                + "\",\"verdict\":\"error\",\"problems\":[{\"file\":\""
                + path("broken.yaml")
                + "\",");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void standardInput_isReadOnceAsTheRevision() {
    assertThat(Run.withInput(OLD, "check", path("old.yaml"), "-", "-f", "json").out())
        .isEqualTo(
            "{\"schemaVersion\":1,\"base\":\""
                + path("old.yaml")
                + "\",\"revision\":\"<stdin>\",\"verdict\":\"compatible\",\"counts\":{\"error\":0,"
                + "\"warning\":0,\"info\":0},\"findings\":[],\"waived\":[],\"notes\":[],"
                + "\"millis\":0}\n");
  }

  @Test
  void severalFormats_areWrittenInOneRun() throws IOException {
    Path json = folder.resolve("out/deep/a.json");
    Path sarif = folder.resolve("out/a.sarif");
    Run run =
        Run.of(
            "check",
            path("old.yaml"),
            path("old.yaml"),
            "-f",
            "json=" + json,
            "-f",
            "sarif=" + sarif);
    assertThat(run).isEqualTo(new Run(0, "compatible: 0 errors, 0 warnings, 0 info\n", ""));
    assertThat(Files.readString(json)).startsWith("{\"schemaVersion\":1,").endsWith("}\n");
    assertThat(Files.readString(sarif)).startsWith("{\n  \"$schema\"");
    assertThat(filesIn(folder.resolve("out"))).containsExactly("a.sarif", "deep");
  }

  @Test
  void reportThatCannotBeWritten_isAnErrorAndLeavesNothing() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    assertThat(Run.of("check", path("old.yaml"), path("old.yaml"), "-f", "json=" + taken))
        .isEqualTo(
            new Run(2, "", "steadfast: cannot write: '" + taken + "' is a folder, not a file\n"));
    assertThat(filesIn(folder)).containsExactly("broken.yaml", "new.yaml", "old.yaml", "taken");
  }

  @Test
  void quiet_printsNothing_andKeepsTheExitCode() {
    assertThat(Run.of("check", path("old.yaml"), path("old.yaml"), "--quiet"))
        .isEqualTo(new Run(0, "", ""));
  }

  @Test
  void colours_followTheTerminalAndTheUser() {
    String[] check = {"check", path("old.yaml"), path("old.yaml")};
    String[] always = {"check", path("old.yaml"), path("old.yaml"), "--color", "always"};
    String[] never = {"check", path("old.yaml"), path("old.yaml"), "--color", "never"};
    String plain = "compatible: 0 errors, 0 warnings, 0 info\n";
    String painted = "\u001b[1;32mcompatible: 0 errors, 0 warnings, 0 info\u001b[0m\n";
    assertThat(Run.with("", Map.of(), true, check).out()).isEqualTo(painted);
    assertThat(Run.with("", Map.of(), false, check).out()).isEqualTo(plain);
    assertThat(Run.with("", Map.of("NO_COLOR", "1"), true, check).out()).isEqualTo(plain);
    assertThat(Run.with("", Map.of("NO_COLOR", ""), true, check).out()).isEqualTo(painted);
    assertThat(Run.with("", Map.of("TERM", "dumb"), true, check).out()).isEqualTo(plain);
    assertThat(Run.with("", Map.of("NO_COLOR", "1"), false, always).out()).isEqualTo(painted);
    assertThat(Run.with("", Map.of(), true, never).out()).isEqualTo(plain);
  }

  @Test
  void each_ofAFolder_answersInOrderAndSaysWhatItSkipped() throws IOException {
    write("pairs/b good/base.yaml", OLD);
    write(
        "pairs/b good/revision.json",
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{}}");
    write("pairs/a broken/base.yml", "openapi: [");
    write("pairs/a broken/revision.yaml", OLD);
    write("pairs/c half/base.yaml", OLD);
    write("pairs/readme.txt", "");
    Run run = Run.of("check", "--each", path("pairs"), "--fail-on", "never");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("steadfast: skipped 'c half', which holds no pair\n");
    assertThat(run.out().lines().map(line -> line.replaceAll("\"base\".*?\"verdict\"", "…")))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith(
                        "{\"schemaVersion\":1,\"pair\":\"a broken\",…:\"error\",\"problems\":[{"),
            line -> assertThat(line).startsWith("{\"schemaVersion\":1,\"pair\":\"b good\",…:"));
  }

  @Test
  void each_ofAList_readsFilesBesideIt() throws IOException {
    write(
        "list/pairs.jsonl",
        """
        {"pair":"same","base":"../old.yaml","revision":"../old.yaml"}

        {"pair":"half","base":"../old.yaml"}
        nonsense
        {"pair":"gone","base":"../old.yaml","revision":"no.yaml"}
        """);
    Run run = Run.of("check", "--each", path("list/pairs.jsonl"));
    String list = path("list/pairs.jsonl");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEmpty();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).contains("\"pair\":\"same\"").contains("\"verdict\":\"compatible\"");
    assertThat(lines.get(1))
        .isEqualTo(
            "{\"schemaVersion\":1,\"pair\":\""
                + list
                + ":3\",\"base\":\"\",\"revision\":\"\",\"verdict\":\"error\",\"problems\":[{"
                + "\"file\":\""
                + list
                + "\",\"pointer\":\"\",\"line\":3,\"column\":1,\"message\":\"a pair needs"
                + " 'revision', a text\"}]}");
    assertThat(lines.get(2)).contains("\"pair\":\"" + list + ":4\"").contains("\"line\":4");
    assertThat(lines.get(3)).contains("\"pair\":\"gone\"").contains("no such file");
  }

  @Test
  void each_withoutAnyPair_isAUsageError() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(Run.of("check", "--each", empty.toString()))
        .isEqualTo(
            new Run(
                2,
                "",
                "steadfast: no folder in '"
                    + empty
                    + "' holds base and revision, .yaml, .yml or .json\n"));
  }

  @Test
  void policyBesideTheRevision_isRead() throws IOException {
    write("steadfast.yaml", "profil: strict\n");
    assertThat(Run.of("check", path("old.yaml"), path("new.yaml")))
        .isEqualTo(
            new Run(
                2,
                "",
                path("steadfast.yaml")
                    + ":1:1: error: unknown key 'profil'; known are profile, rules, unknown, waivers\n"
                    + "error: 1 problem, no verdict\n"));
  }

  @Test
  void policyThatIsNamed_mustExist() {
    assertThat(Run.of("check", path("old.yaml"), path("old.yaml"), "--config", path("no.yaml")))
        .isEqualTo(
            new Run(
                2,
                "",
                path("no.yaml")
                    + ":1:1: error: no such file\n"
                    + "error: 1 problem, no verdict\n"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}

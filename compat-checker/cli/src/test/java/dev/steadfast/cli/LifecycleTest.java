package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {

  private static final String SPEC =
      """
      openapi: 3.1.0
      info: { title: Payments, version: 1.0.0 }
      servers: [{ url: https://api.example/v1 }]
      paths:
        /payments:
          get: { deprecated: true, responses: { '200': { description: Some. } } }
          delete: { deprecated: true, responses: { '204': { description: None. } } }
      """;

  private static final String LIFECYCLE =
      """
      api: payments
      versions:
        - version: v1
          spec: v1.yaml
          basePath: /v1
          state: deprecated
          deprecated: 2026-11-01T00:00:00Z
          sunset: 2027-12-01T00:00:00Z
          reason: The product ends.
      """;

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("v1.yaml"), SPEC);
    Files.writeString(folder.resolve("lifecycle.yaml"), LIFECYCLE);
    file = folder.resolve("lifecycle.yaml").toString();
  }

  @Test
  void lifecycleThatIsKept_exitsWith0() {
    assertThat(Run.of("lifecycle", "check", file))
        .isEqualTo(new Run(0, "kept: " + file + " at 2026-11-22T00:00:00Z\n", ""));
  }

  @Test
  void lifecycleThatIsBroken_exitsWith1AndSaysWhere() {
    assertThat(Run.of("lifecycle", "check", file, "--at", "2027-12-01"))
        .isEqualTo(
            new Run(
                1,
                file
                    + ":6:12: error: v1: is deprecated, and its sunset passed on"
                    + " 2027-12-01T00:00:00Z (judged at 2027-12-01T00:00:00Z)"
                    + " [state-contradicts-date]\n"
                    + "    why: Servers answer by the dates, people read the state.\n"
                    + "    fix: Change the state, or the date if the plan has changed.\n"
                    + "    more: steadfast explain state-contradicts-date\n"
                    + "broken: 1 error in "
                    + file
                    + " at 2027-12-01T00:00:00Z\n",
                ""));
    Run json = Run.of("lifecycle", "check", file, "--at", "2027-12-01", "--format", "json");
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.out())
        .startsWith(
            "{\"schemaVersion\":1,\"lifecycle\":\"" + file + "\",\"at\":\"2027-12-01T00:00:00Z\"")
        .contains("\"verdict\":\"broken\",\"findings\":[{\"rule\":\"state-contradicts-date\"")
        .endsWith("\"pointer\":\"/versions/0/state\",\"line\":6,\"column\":12}]}\n");
  }

  @Test
  void fileThatCannotBeRead_exitsWith2() throws IOException {
    Files.delete(folder.resolve("v1.yaml"));
    assertThat(Run.of("lifecycle", "check", file))
        .isEqualTo(new Run(2, "", file + ":4:11: error: 'v1.yaml': no such file\n"));
    assertThat(Run.of("lifecycle", "check", file, "--format", "json").out())
        .contains("\"verdict\":\"error\",\"problems\":[{");
    assertThat(Run.of("lifecycle", "haproxy", file).code()).isEqualTo(2);
  }

  @Test
  void baseline_isComparedWith() throws IOException {
    Path base = folder.resolve("base.yaml");
    Files.writeString(base, LIFECYCLE.replace("2027-12-01", "2028-01-01"));
    assertThat(Run.of("lifecycle", "check", file, "--base", base.toString()).out())
        .startsWith(
            file
                + ":8:13: error: v1: sunset was 2028-01-01T00:00:00Z and is 2027-12-01T00:00:00Z"
                + " [sunset-moved-earlier]\n");
  }

  @Test
  void output_holdsTheFiles() throws IOException {
    String out = folder.resolve("out").toString();
    assertThat(Run.of("lifecycle", "headers", file, "--output", out)).isEqualTo(new Run(0, "", ""));
    assertThat(Run.of("lifecycle", "haproxy", file, "--output", out)).isEqualTo(new Run(0, "", ""));
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      assertThat(
              new TreeSet<>(
                  files
                      .filter(Files::isRegularFile)
                      .map(f -> folder.resolve("out").relativize(f).toString())
                      .toList()))
          .containsExactly(
              "META-INF/steadfast/lifecycle.json",
              "META-INF/steadfast/openapi/v1.yaml",
              "accept-versions.map",
              "brownouts.map",
              "current.map",
              "deprecation-headers.map",
              "link-headers.map",
              "successors.map",
              "sunset-headers.map",
              "sunset.map",
              "versions.map");
    }
    assertThat(Run.of("lifecycle", "headers", file).out())
        .isEqualTo(Files.readString(folder.resolve("out/META-INF/steadfast/lifecycle.json")));
    assertThat(Run.of("lifecycle", "haproxy", file).out())
        .startsWith("==> accept-versions.map <==\n# Written by")
        .contains("\n==> sunset.map <==\n");
  }

  @Test
  void gate_acceptsWhatHasPassedItsSunsetBesideTheRevision() throws IOException {
    Path old = folder.resolve("old.yaml");
    Files.writeString(old, SPEC);
    Files.writeString(folder.resolve("v1.yaml"), SPEC.replaceFirst("    delete: .*\n", ""));
    String revision = folder.resolve("v1.yaml").toString();
    Run after = Run.of("check", old.toString(), revision, "--at", "2027-12-01T00:00:00Z");
    assertThat(after.code()).isZero();
    Run before = Run.of("check", old.toString(), revision, "--at", "2027-11-30T23:59:59Z");
    assertThat(before.code()).isEqualTo(1);
    assertThat(before.out())
        .contains(
            "operation was removed before the sunset of 'v1' on 2027-12-01T00:00:00Z"
                + " [operation-removed]");
    Files.move(folder.resolve("lifecycle.yaml"), folder.resolve("dates.yaml"));
    assertThat(Run.of("check", old.toString(), revision, "--at", "2027-12-01").code()).isEqualTo(1);
    String dates = folder.resolve("dates.yaml").toString();
    assertThat(
            Run.of("check", old.toString(), revision, "--at", "2027-12-01", "--lifecycle", dates)
                .code())
        .isZero();
  }
}

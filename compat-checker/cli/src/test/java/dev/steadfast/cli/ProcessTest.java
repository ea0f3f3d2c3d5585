package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as the shell sees it. */
class ProcessTest {

  private static final String OLD =
      """
      openapi: 3.1.0
      info: { title: Zahlungen, version: 1.0.0 }
      paths:
        /grüße:
          get: { responses: { "204": { description: none } } }
      """;
  private static final String NEW =
      """
      openapi: 3.1.0
      info: { title: Zahlungen, version: 1.0.0 }
      paths: {}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void documents() throws IOException {
    Files.writeString(folder.resolve("old.yaml"), OLD);
    Files.writeString(folder.resolve("new.yaml"), NEW);
    Files.createDirectories(folder.resolve("elsewhere"));
  }

  @Test
  void output_isUtf8AndTheSame_inAnyLocaleTimeZoneAndFolder() throws Exception {
    String base = folder.resolve("old.yaml").toString();
    String revision = folder.resolve("new.yaml").toString();
    Outcome usual =
        run(
            folder,
            Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"),
            "",
            "check",
            base,
            revision,
            "-f",
            "json");
    Outcome other =
        run(
            folder.resolve("elsewhere"),
            Map.of("LC_ALL", "C", "TZ", "Asia/Tokyo"),
            "",
            "check",
            base,
            revision,
            "-f",
            "json");
    assertThat(usual.code()).isEqualTo(1);
    assertThat(usual.out()).contains("GET /grüße").endsWith("\"millis\":0}\n");
    assertThat(other).isEqualTo(usual);
  }

  @Test
  void standardInput_canBeAPipe() throws Exception {
    assertThat(run(folder, Map.of(), OLD, "check", "old.yaml", "-"))
        .isEqualTo(new Outcome(0, "compatible: 0 errors, 0 warnings, 0 info\n", ""));
  }

  @Test
  void readerThatHasSeenEnough_changesNothing() throws Exception {
    Process process = start(folder, Map.of(), "explain");
    process.getOutputStream().close();
    process.getInputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(text(process.getErrorStream())).isEmpty();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void usageError_hasNoStackTrace() throws Exception {
    assertThat(run(folder, Map.of(), "", "check", "old.yaml"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "steadfast: REVISION is missing: steadfast check BASE REVISION, or steadfast check"
                    + " --each DIR|LIST\n"));
  }

  private record Outcome(int code, String out, String err) {}

  private static Outcome run(
      Path folder, Map<String, String> environment, String input, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(folder, environment, arguments);
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String out = text(process.getInputStream());
    String err = text(process.getErrorStream());
    return new Outcome(process.waitFor(), out, err);
  }

  private static Process start(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.steadfast.cli.Steadfast"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("SOURCE_DATE_EPOCH", "1795305600");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}

package dev.steadfast.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The {@code steadfast} command, as a process of its own, and what it printed. */
final class Command {

  /** Numbers stay exact. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private Command() {}

  /**
   * Runs the launcher of the folder it is called in and reads the lines as JSON, in order.
   *
   * @throws IllegalStateException when it prints something else
   */
  static List<JsonNode> lines(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of("steadfast").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    try {
      File errors = File.createTempFile("steadfast", ".err");
      Process process = new ProcessBuilder(command).redirectError(errors).start();
      process.getOutputStream().close();
      List<JsonNode> lines = new ArrayList<>();
      try (var reader = process.inputReader(UTF_8)) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.add(JSON.readTree(line));
        }
      }
      if (lines.isEmpty()) {
        throw new IllegalStateException(Files.readString(errors.toPath()));
      }
      Files.delete(errors.toPath());
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

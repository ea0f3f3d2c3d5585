package dev.steadfast.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.proof.rows.MillionRows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program in its quick form, on one stage. What it printed is in target/proof. */
class ProgramsIT {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path PAGES = Path.of("target/proof");

  @SuppressWarnings("NullAway.Init") // by start
  private static Stage stage;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Files.createDirectories(PAGES);
    stage = Stage.start(ROOT, Files.createTempDirectory("proof-"));
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  static List<String> programs() {
    // that one fills a database of its own; see MillionRowsIT
    return Proof.PROGRAMS.stream()
        .filter(program -> !(program instanceof MillionRows))
        .map(Program::name)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void program_quickly_showsWhatItMust(String name)
      throws IOException, InterruptedException, SQLException {
    Page page =
        new Page(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    Program program =
        Proof.PROGRAMS.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    try {
      program.run(stage, Scale.QUICK, 1, page);
    } finally {
      page.write(PAGES.resolve(name + ".md"));
    }
    assertThat(page.broken()).isEmpty();
  }
}

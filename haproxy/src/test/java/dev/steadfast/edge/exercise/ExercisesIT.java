package dev.steadfast.edge.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.edge.EdgeException;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exercise in its quick form, on one stack of real processes. */
class ExercisesIT {

  @TempDir private static Path folder;
  private static EdgeStage stage;

  @BeforeAll
  static void start() throws IOException, InterruptedException, EdgeException {
    stage = EdgeStage.start(Path.of(System.getProperty("steadfast.root")), folder);
  }

  @AfterAll
  static void stop() {
    stage.closeAll();
  }

  static List<String> ids() {
    return ExerciseCommand.EXERCISES.stream().map(Exercise::id).toList();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void exercise_quickly_keepsItsPromises(String id)
      throws IOException, InterruptedException, SQLException, EdgeException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Page page = new Page(new PrintStream(said, true, UTF_8));
    for (Exercise exercise : ExerciseCommand.EXERCISES) {
      if (exercise.id().equals(id)) {
        exercise.run(stage, Scale.QUICK, 1, page);
      }
    }
    assertThat(page.broken()).describedAs(said.toString(UTF_8)).isEmpty();
  }
}

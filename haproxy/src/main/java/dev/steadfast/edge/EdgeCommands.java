package dev.steadfast.edge;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.edge.exercise.ExerciseCommand;
import dev.steadfast.local.Commands;
import java.util.List;

/** The commands that this jar adds to {@code steadfast}. */
public final class EdgeCommands implements Commands {

  /** Found by {@link java.util.ServiceLoader}. */
  public EdgeCommands() {}

  @Override
  public List<Command> commands(Surroundings surroundings) {
    return List.of(new EdgeCommand(surroundings), new ExerciseCommand(surroundings));
  }
}

package dev.steadfast.local;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.Surroundings;
import java.util.List;

/**
 * More commands of this program, from another jar on its class path: named in that jar's {@code
 * META-INF/services/dev.steadfast.local.Commands}.
 */
public interface Commands {

  /** The commands, in the order in which help lists them. */
  List<Command> commands(Surroundings surroundings);
}

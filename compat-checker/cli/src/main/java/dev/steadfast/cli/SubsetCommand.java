package dev.steadfast.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast subset A B}: is every value of JSON Schema A a value of B? */
final class SubsetCommand implements Command {

  private final Surroundings surroundings;
  private final CommandSpec spec;

  SubsetCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec = Options.described("subset", "Is every value of JSON Schema A a value of B?");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    surroundings.out().write("");
    throw new UsageException("not yet");
  }
}

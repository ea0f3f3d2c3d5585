package dev.steadfast.cli;

import dev.steadfast.compat.Nearest;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast explain RULE}: what a rule is about, with an example. */
final class ExplainCommand implements Command {

  private final Surroundings surroundings;
  private final CommandSpec spec;

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec = Options.described("explain", "Explains a rule; without RULE, lists all rules.");
    spec.addPositional(Options.argument(0, "RULE", "the id in brackets behind a finding"));
    spec.usageMessage().footer("  steadfast explain request-property-became-required");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    String id = arguments.matchedPositionalValue(0, "");
    surroundings.out().write("");
    List<String> near = Nearest.to(id, List.of(), 3);
    throw new UsageException(
        "there is no rule '"
            + id
            + "'"
            + (near.isEmpty() ? "" : "; near: " + String.join(", ", near)));
  }
}

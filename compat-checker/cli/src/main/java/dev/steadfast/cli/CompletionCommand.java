package dev.steadfast.cli;

import java.io.IOException;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast completion SHELL}: a script that teaches a shell to complete the command. */
final class CompletionCommand implements Command {

  static final String NAME = "completion";

  private static final List<String> SHELLS = List.of("bash", "zsh");

  private final Surroundings surroundings;
  private final CommandSpec spec;

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec = Options.described(NAME, "Prints a script that completes the command in a shell.");
    spec.addPositional(Options.argument(0, "SHELL", "bash or zsh"));
    spec.usageMessage()
        .footer("  source <(steadfast completion bash)", "  steadfast completion zsh >> ~/.zshrc");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    String shell = arguments.matchedPositionalValue(0, "");
    if (!SHELLS.contains(shell)) {
      throw new UsageException("SHELL '" + shell + "' is not one of " + String.join(", ", SHELLS));
    }
    /* The one script serves both: it switches zsh to bash's way of completing. */
    surroundings.out().write(AutoComplete.bash("steadfast", spec.root().commandLine()));
    return ExitCode.CLEAN;
  }
}

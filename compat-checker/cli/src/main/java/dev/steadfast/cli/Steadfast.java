package dev.steadfast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code steadfast}. */
@Command(name = "steadfast", description = "Keeps the promises of an API.")
public final class Steadfast implements Runnable {

  @Override
  public void run() {
    CommandLine.usage(this, System.err);
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Steadfast()).execute(args));
  }
}

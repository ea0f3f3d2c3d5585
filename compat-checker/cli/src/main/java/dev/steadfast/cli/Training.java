package dev.steadfast.cli;

import dev.steadfast.report.Format;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;

/** Runs what users run most, so that the launcher can record which classes that takes. */
final class Training {

  private Training() {}

  /** Takes the folder of pairs to check, and two documents to check in every format. */
  public static void main(String[] args) throws InterruptedException {
    Surroundings nowhere =
        new Surroundings(
            InputStream.nullInputStream(),
            Writer.nullWriter(),
            new PrintWriter(Writer.nullWriter()),
            false,
            false,
            System.getenv(),
            Clock.systemUTC());
    run(nowhere, "check", "--each", args[0]);
    for (Format format : Format.values()) {
      run(nowhere, "check", args[1], args[2], "--format", format.text());
    }
  }

  private static void run(Surroundings nowhere, String... args) throws InterruptedException {
    Steadfast.onDeepStack(nowhere, Steadfast.NOTHING_MORE, args);
  }
}

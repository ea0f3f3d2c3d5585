package dev.steadfast.cli;

import dev.steadfast.report.Format;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.Map;

/** Runs what users run most, so that the launcher can record which classes that takes. */
final class Training {

  private Training() {}

  /** Takes the folder of pairs to check, and two documents to check in every format. */
  public static void main(String[] args) {
    Surroundings nowhere =
        new Surroundings(
            InputStream.nullInputStream(),
            Writer.nullWriter(),
            new PrintWriter(Writer.nullWriter()),
            false,
            false,
            Map.of(),
            Clock.systemUTC());
    Steadfast steadfast = new Steadfast(nowhere);
    steadfast.run("check", "--each", args[0]);
    for (Format format : Format.values()) {
      steadfast.run("check", args[1], args[2], "--format=" + format.text());
    }
  }
}

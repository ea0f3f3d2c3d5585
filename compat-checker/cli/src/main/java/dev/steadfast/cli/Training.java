package dev.steadfast.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs what users run most, so that the launcher can record which classes that takes. */
final class Training {

  private Training() {}

  public static void main(String[] args) {
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    for (String folder : args) {
      new CommandLine(new Steadfast()).execute("check", folder);
    }
  }
}

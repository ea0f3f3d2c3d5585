package dev.steadfast.cli;

import dev.steadfast.spec.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What users write where a document is wanted: a file, {@code -}, or {@code git:REF:PATH}. */
final class Inputs {

  static final String STANDARD_STREAM = "-";
  private static final String GIT = "git:";

  private Inputs() {}

  /** Files are looked for in {@code folder}, and named with it. */
  static Source source(String text, Path folder, InputStream in) throws UsageException {
    if (text.equals(STANDARD_STREAM)) {
      return standardInput(in);
    }
    if (text.startsWith(GIT)) {
      return git(text, folder);
    }
    try {
      return Source.file(folder.resolve(text));
    } catch (InvalidPathException e) {
      throw new UsageException("'" + text + "' is no file name");
    }
  }

  private static Source git(String text, Path folder) throws UsageException {
    int colon = text.indexOf(':', GIT.length());
    if (colon < 0 || colon == GIT.length() || colon + 1 == text.length()) {
      throw new UsageException(
          "'" + text + "' is not git:REF:PATH, for example git:main:api/payments.yaml");
    }
    return Source.git(folder, text.substring(GIT.length(), colon), text.substring(colon + 1));
  }

  private static Source standardInput(InputStream in) throws UsageException {
    try {
      return Source.of("<stdin>", in.readAllBytes());
    } catch (IOException e) {
      throw new UsageException("standard input cannot be read: " + e.getMessage());
    }
  }
}

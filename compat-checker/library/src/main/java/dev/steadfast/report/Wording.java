package dev.steadfast.report;

import dev.steadfast.compat.Counts;
import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Verdict;
import dev.steadfast.spec.Location;
import java.util.List;

/** Sentences that several formats share. */
final class Wording {

  private static final String GIT = "git:";

  private Wording() {}

  /** The message with what it reaches in front: {@code POST /v1/payments and 3 more: …}. */
  static String headline(Finding finding) {
    List<String> operations = finding.operations();
    if (operations.isEmpty()) {
      return finding.message();
    }
    String reached = operations.get(0);
    if (operations.size() > 1) {
      reached += " and " + (operations.size() - 1) + " more";
    }
    return reached + ": " + finding.message();
  }

  /** The verdict and its counts on one line: {@code breaking: 1 error, 0 warnings, 3 info}. */
  static String summary(Verdict verdict) {
    Counts counts = verdict.counts();
    String line =
        verdict.answer().text()
            + ": "
            + plural(counts.error(), "error")
            + ", "
            + plural(counts.warning(), "warning")
            + ", "
            + counts.info()
            + " info";
    return verdict.waived().isEmpty() ? line : line + ", " + verdict.waived().size() + " waived";
  }

  /** {@code file:line:column}, or the file alone when the place is no line of it. */
  static String at(Location at) {
    return at.line() == 0 ? at.file() : at.toString();
  }

  static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /**
   * Where a code host can show the finding: its place in the new document, or the top of that
   * document when the finding is about what is gone from it.
   */
  static Location shown(Finding finding, Result result) {
    Location revision = finding.revision();
    return revision != null ? revision : new Location(result.revision(), "", 1, 1);
  }

  /** A path in the working tree: {@code git:REF:PATH} names the file PATH. */
  static String path(String file) {
    if (!file.startsWith(GIT)) {
      return file;
    }
    int colon = file.indexOf(':', GIT.length());
    return colon < 0 ? file : file.substring(colon + 1);
  }
}

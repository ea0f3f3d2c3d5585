package dev.steadfast.spec;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Paths with slashes, as {@code $ref} and git write them. */
final class RelativePath {

  private RelativePath() {}

  /**
   * The path of {@code relative} seen from the file {@code base}.
   *
   * @throws IOException when it climbs above the first folder
   */
  static String resolve(String base, String relative) throws IOException {
    Deque<String> steps = new ArrayDeque<>();
    String whole = base.substring(0, base.lastIndexOf('/') + 1) + relative;
    for (String step : whole.split("/", -1)) {
      if (step.equals("..")) {
        if (steps.pollLast() == null) {
          throw new IOException("leads outside the document's folder");
        }
      } else if (!step.equals(".") && !step.isEmpty()) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }
}

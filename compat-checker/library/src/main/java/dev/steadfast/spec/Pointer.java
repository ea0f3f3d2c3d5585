package dev.steadfast.spec;

import java.util.ArrayList;
import java.util.List;

/** JSON pointers (RFC 6901). */
final class Pointer {

  private Pointer() {}

  /** A slash and the escaped name. */
  static String step(String name) {
    return name.indexOf('~') < 0 && name.indexOf('/') < 0
        ? '/' + name
        : '/' + name.replace("~", "~0").replace("/", "~1");
  }

  /** The unescaped names of a pointer that is empty or starts with a slash. */
  static List<String> steps(String pointer) {
    List<String> steps = new ArrayList<>();
    for (int from = 1; from <= pointer.length(); ) {
      int end = pointer.indexOf('/', from);
      end = end < 0 ? pointer.length() : end;
      steps.add(unescape(pointer.substring(from, end)));
      from = end + 1;
    }
    return steps;
  }

  private static String unescape(String name) {
    return name.indexOf('~') < 0 ? name : name.replace("~1", "/").replace("~0", "~");
  }
}

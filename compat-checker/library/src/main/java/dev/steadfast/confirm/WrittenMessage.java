package dev.steadfast.confirm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An HTTP/1.1 message as text, taken apart again.
 *
 * @param start the first line
 * @param headers by name in lower case; the values of one name joined by a comma
 * @param body empty when there is none
 */
record WrittenMessage(String start, Map<String, String> headers, String body) {

  static WrittenMessage parse(String text) {
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    String[] lines = head.split("\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String name = lines[i].substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
      headers.merge(name, lines[i].substring(colon + 1).strip(), (a, b) -> a + ", " + b);
    }
    return new WrittenMessage(lines[0], headers, end < 0 ? "" : text.substring(end + 2));
  }

  String method() {
    return start.substring(0, start.indexOf(' '));
  }

  /** Three digits; of a response. */
  String status() {
    return start.split(" ", 3)[1];
  }

  String path() {
    return target().split("\\?", 2)[0];
  }

  /** Path and query. */
  String target() {
    return start.substring(start.indexOf(' ') + 1, start.lastIndexOf(' '));
  }

  /** Whether a query, cookie or header of this name holds a placeholder for a credential. */
  boolean isCredential(String name) {
    return start.contains(name + "=KEY")
        || headers.getOrDefault("cookie", "").contains(name + "=KEY")
        || headers.getOrDefault(name, "").equals("KEY");
  }

  boolean hasBody() {
    return headers.containsKey("content-length");
  }

  /** As written, without the question mark; empty when there is none. */
  String query() {
    String[] parts = target().split("\\?", 2);
    return parts.length == 1 ? "" : parts[1];
  }

  /** Names in the query, without the part in brackets. */
  Set<String> queryNames() {
    String[] parts = target().split("\\?", 2);
    return parts.length == 1 ? Set.of() : names(List.of(parts[1].split("&")));
  }

  /** Whether the query gives this name a value outside the list. */
  boolean queryContradicts(String name, Set<String> values) {
    String[] parts = target().split("\\?", 2);
    for (String pair : parts.length == 1 ? new String[0] : parts[1].split("&")) {
      String[] sides = pair.split("=", 2);
      if (sides.length == 2
          && URLDecoder.decode(sides[0], StandardCharsets.UTF_8).equals(name)
          && !values.contains(URLDecoder.decode(sides[1], StandardCharsets.UTF_8))) {
        return true;
      }
    }
    return false;
  }

  Set<String> cookieNames() {
    return headers.containsKey("cookie")
        ? names(List.of(headers.getOrDefault("cookie", "").split("; ")))
        : Set.of();
  }

  private static Set<String> names(List<String> pairs) {
    List<String> names = new ArrayList<>();
    for (String pair : pairs) {
      String name = URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
      int bracket = name.indexOf('[');
      names.add(bracket > 0 && name.endsWith("]") ? name.substring(0, bracket) : name);
    }
    return new HashSet<>(names);
  }
}

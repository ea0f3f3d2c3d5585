package dev.steadfast.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * A path with named holes. Two templates of one shape describe the same URLs (OAS 3.1, Paths
 * Object).
 *
 * @param text as written, {@code /v1/payments/{id}}
 * @param shape without the names, {@code /v1/payments/{}}, in one spelling (RFC 3986 §6.2.2)
 * @param names of the holes, from left to right
 */
public record PathTemplate(String text, String shape, List<String> names) {

  public PathTemplate {
    names = List.copyOf(names);
  }

  /** Reads a key of the Paths Object; a brace without its partner is a literal. */
  public static PathTemplate of(String text) {
    StringBuilder shape = new StringBuilder(text.length());
    List<String> names = new ArrayList<>();
    int from = 0;
    while (true) {
      int open = text.indexOf('{', from);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        shape.append(UrlText.normal(text.substring(from)));
        return new PathTemplate(text, shape.toString(), names);
      }
      shape.append(UrlText.normal(text.substring(from, open))).append("{}");
      names.add(text.substring(open + 1, close));
      from = close + 1;
    }
  }
}

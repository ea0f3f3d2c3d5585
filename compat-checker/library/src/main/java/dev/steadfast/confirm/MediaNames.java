package dev.steadfast.confirm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of media types and of ranges of them, with parameters (RFC 9110 §8.3.1 and §12.5.1). */
final class MediaNames {

  private MediaNames() {}

  /** Whether a type, or a range of types, stands for another; a charset makes no difference. */
  static boolean stands(String key, String type) {
    List<String> wanted = pieces(key);
    List<String> sent = pieces(type);
    String[] range = wanted.get(0).split("/", 2);
    String[] name = sent.get(0).split("/", 2);
    boolean sameType = range[0].equals("*") || range[0].equals(name[0]);
    boolean sameSubtype =
        range.length < 2
            || range[1].equals("*")
            || (name.length == 2
                && (range[1].equals(name[1])
                    || (range[1].startsWith("*+") && name[1].endsWith(range[1].substring(1)))));
    return sameType && sameSubtype && sent.containsAll(wanted.subList(1, wanted.size()));
  }

  private static List<String> pieces(String type) {
    List<String> pieces = new ArrayList<>();
    for (String piece : type.toLowerCase(Locale.ROOT).split(";", -1)) {
      String bare = piece.strip();
      if (pieces.isEmpty() || !bare.startsWith("charset=")) {
        pieces.add(bare);
      }
    }
    return pieces;
  }
}

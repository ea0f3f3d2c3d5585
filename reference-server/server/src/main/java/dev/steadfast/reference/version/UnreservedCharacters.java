package dev.steadfast.reference.version;

/**
 * Letters, digits, {@code - . _ ~}, which mean the same percent-encoded or not (RFC 3986 §2.3).
 * With them decoded, one address has one form, and no rule about a path can be passed by in
 * another.
 */
final class UnreservedCharacters {

  private UnreservedCharacters() {}

  /** The path with these characters decoded; what else is encoded stays so. */
  static String decode(String path) {
    int next = path.indexOf('%');
    if (next < 0) {
      return path;
    }
    StringBuilder decoded = new StringBuilder(path.length());
    int from = 0;
    for (; next >= 0; next = path.indexOf('%', next + 1)) {
      int code = next + 2 < path.length() ? code(path.charAt(next + 1), path.charAt(next + 2)) : -1;
      if (isUnreserved(code)) {
        decoded.append(path, from, next).append((char) code);
        from = next + 3;
      }
    }
    return decoded.append(path, from, path.length()).toString();
  }

  private static int code(char high, char low) {
    int upper = Character.digit(high, 16);
    int lower = Character.digit(low, 16);
    return upper < 0 || lower < 0 ? -1 : upper * 16 + lower;
  }

  private static boolean isUnreserved(int code) {
    return (code >= 'a' && code <= 'z')
        || (code >= 'A' && code <= 'Z')
        || (code >= '0' && code <= '9')
        || code == '-'
        || code == '.'
        || code == '_'
        || code == '~';
  }
}

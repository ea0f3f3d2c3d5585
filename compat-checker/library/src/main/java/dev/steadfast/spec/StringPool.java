package dev.steadfast.spec;

/**
 * Keeps one copy of the short strings that a document repeats ("string", "object", "id"). Forgets:
 * a full slot is overwritten, so size and time are bounded whatever the document holds.
 */
final class StringPool {

  private static final int SLOTS = 1 << 13;
  private static final int LONGEST = 48;

  private final String[] pool = new String[SLOTS];

  String get(char[] chars, int offset, int length) {
    if (length > LONGEST) {
      return new String(chars, offset, length);
    }
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = slot(hash);
    String known = pool[slot];
    if (known != null && same(known, chars, offset, length)) {
      return known;
    }
    String added = new String(chars, offset, length);
    pool[slot] = added;
    return added;
  }

  String get(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int slot = slot(text.hashCode());
    String known = pool[slot];
    if (known != null && known.equals(text)) {
      return known;
    }
    pool[slot] = text;
    return text;
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 15) & SLOTS - 1;
  }

  private static boolean same(String known, char[] chars, int offset, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != chars[offset + i]) {
        return false;
      }
    }
    return true;
  }
}

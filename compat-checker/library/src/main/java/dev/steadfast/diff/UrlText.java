package dev.steadfast.diff;

import java.nio.charset.StandardCharsets;

/**
 * The text of a URL's path, one for all spellings of it (RFC 3986 §6.2.2): what needs no percent
 * has none, what needs one has it with upper-case digits.
 */
final class UrlText {

  private static final String ILLEGAL = "\"<>\\^`|";

  private UrlText() {}

  /** Braces stay, for the holes of a template. */
  static String normal(String text) {
    StringBuilder out = new StringBuilder(text.length());
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < octets.length; i++) {
      int escaped = octets[i] == '%' ? escaped(octets, i) : -1;
      if (escaped >= 0) {
        append(out, escaped, isUnreserved(escaped));
        i += 2;
      } else {
        int octet = octets[i] & 0xFF;
        append(out, octet, octet > ' ' && octet < 127 && ILLEGAL.indexOf(octet) < 0);
      }
    }
    return out.toString();
  }

  /* The octet that a percent and two digits stand for; -1 for a percent that stands for itself. */
  private static int escaped(byte[] octets, int at) {
    if (at + 2 >= octets.length) {
      return -1;
    }
    int high = Character.digit(octets[at + 1], 16);
    int low = Character.digit(octets[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static boolean isUnreserved(int octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || "-._~".indexOf(octet) >= 0;
  }

  private static void append(StringBuilder out, int octet, boolean plain) {
    if (plain) {
      out.append((char) octet);
    } else {
      out.append('%');
      out.append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)));
      out.append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
    }
  }
}

package dev.steadfast.compat;

import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986 §2). */
final class Percent {

  private static final String UNRESERVED = "-._~";
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

  private Percent() {}

  /** Everything but unreserved characters. */
  static String encode(String text) {
    return encode(text, UNRESERVED);
  }

  /** Reserved characters stay, except those that would end a query or its pair. */
  static String encodeKeepingReserved(String text) {
    return encode(text, UNRESERVED + RESERVED.replaceAll("[#&+\\[\\]]", ""));
  }

  /** What no URL can hold; what is encoded already stays. */
  static String encodeIllegal(String text) {
    return encode(text, UNRESERVED + RESERVED + '%');
  }

  private static String encode(String text, String kept) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || kept.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%');
        out.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }
}

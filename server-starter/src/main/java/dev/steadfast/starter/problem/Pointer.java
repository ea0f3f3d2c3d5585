package dev.steadfast.starter.problem;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** JSON Pointers in URI fragments (RFC 6901 §6). */
final class Pointer {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Pointer() {}

  /** The place that these names and indices lead to; {@code #} without any. */
  static String of(List<String> steps) {
    StringBuilder pointer = new StringBuilder("#");
    for (String step : steps) {
      pointer.append('/');
      append(pointer, step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private static void append(StringBuilder pointer, String step) {
    for (byte octet : step.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      if (isFragmentCharacter(c)) {
        pointer.append(c);
      } else {
        pointer.append('%').append(HEX.toHexDigits(octet));
      }
    }
  }

  /** RFC 3986 §3.5, but for the percent sign. */
  private static boolean isFragmentCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~!$&'()*+,;=:@/?".indexOf(c) >= 0;
  }
}

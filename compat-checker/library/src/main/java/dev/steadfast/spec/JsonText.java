package dev.steadfast.spec;

import java.util.Locale;

/** Writes a value as compact JSON (RFC 8259). */
final class JsonText {

  private JsonText() {}

  static void write(Node node, StringBuilder out) {
    if (node instanceof ObjectNode object) {
      out.append('{');
      for (int i = 0; i < object.size(); i++) {
        if (i > 0) {
          out.append(',');
        }
        quote(object.key(i), out);
        out.append(':');
        write(object.value(i), out);
      }
      out.append('}');
    } else if (node instanceof ArrayNode array) {
      out.append('[');
      for (int i = 0; i < array.size(); i++) {
        if (i > 0) {
          out.append(',');
        }
        write(array.get(i), out);
      }
      out.append(']');
    } else if (node instanceof StringNode string) {
      quote(string.value(), out);
    } else if (node instanceof NumberNode number) {
      out.append(number.value());
    } else if (node instanceof BooleanNode bool) {
      out.append(bool.value());
    } else {
      out.append("null");
    }
  }

  /* Lone surrogates are escaped: they have no UTF-8 form. */
  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < 0x20 || c == 0x7f || isLoneSurrogate(text, i)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}

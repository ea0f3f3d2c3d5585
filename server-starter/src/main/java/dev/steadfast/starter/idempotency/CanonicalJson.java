package dev.steadfast.starter.idempotency;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The one spelling of a JSON text: no white space, members sorted by the UTF-16 code units of their
 * names, the shortest escapes (RFC 8785 §3.2).
 *
 * <p>Numbers differ from RFC 8785, which reads them as doubles: two amounts of money above 2^53
 * must not become one. Here a number is its exact decimal value, so {@code 10.50}, {@code 10.5} and
 * {@code 105e-1} are one and {@code 9007199254740993} stays itself.
 */
final class CanonicalJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  /** A number of no more digits than this is a long, and is written as one. */
  private static final int DIGITS_OF_LONG = 18;

  private CanonicalJson() {}

  private record Member(String name, String value) {}

  /**
   * The canonical form of one JSON text in UTF-8; empty when it is not one: not JSON, not UTF-8, a
   * name twice in one object, deeper than 500 levels, a number of more than 1,000 digits, or
   * something after its end.
   */
  static Optional<String> of(byte[] utf8) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      StringBuilder out = new StringBuilder(utf8.length);
      write(parser, out);
      return parser.nextToken() == null ? Optional.of(out.toString()) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static void write(JsonParser parser, StringBuilder out) {
    JsonToken token = parser.currentToken();
    switch (token) {
      case START_OBJECT -> writeObject(parser, out);
      case START_ARRAY -> writeArray(parser, out);
      case VALUE_STRING -> writeString(parser.getString(), out);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> writeNumber(parser.getString(), out);
      default -> out.append(token.asString());
    }
  }

  private static void writeObject(JsonParser parser, StringBuilder out) {
    List<Member> members = new ArrayList<>();
    boolean sorted = true;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      StringBuilder value = new StringBuilder();
      write(parser, value);
      sorted &= members.isEmpty() || members.get(members.size() - 1).name().compareTo(name) < 0;
      members.add(new Member(name, value.toString()));
    }
    if (!sorted) {
      // String's order is that of UTF-16 code units, as RFC 8785 §3.2.3 asks
      Collections.sort(members, (a, b) -> a.name().compareTo(b.name()));
    }
    out.append('{');
    String separator = "";
    for (Member member : members) {
      out.append(separator);
      separator = ",";
      writeString(member.name(), out);
      out.append(':').append(member.value());
    }
    out.append('}');
  }

  private static void writeArray(JsonParser parser, StringBuilder out) {
    out.append('[');
    String separator = "";
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      out.append(separator);
      separator = ",";
      write(parser, out);
    }
    out.append(']');
  }

  private static void writeNumber(String text, StringBuilder out) {
    boolean plainInteger =
        text.length() <= DIGITS_OF_LONG && text.chars().allMatch(CanonicalJson::isOfInteger);
    if (plainInteger) {
      out.append(Long.parseLong(text));
      return;
    }
    BigDecimal value = new BigDecimal(text);
    if (value.signum() == 0) {
      out.append('0');
      return;
    }
    BigDecimal shortest = value.stripTrailingZeros();
    if (shortest.scale() == 0) {
      out.append(shortest.unscaledValue());
    } else {
      // never toPlainString: 1e999999999 is eleven bytes of request
      out.append(shortest.unscaledValue()).append('e').append(-(long) shortest.scale());
    }
  }

  private static boolean isOfInteger(int c) {
    return c == '-' || (c >= '0' && c <= '9');
  }

  private static void writeString(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

package dev.steadfast.reference.contract;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What text must be. Lengths are in code points (JSON Schema validation §6.3).
 *
 * @param expected what the pattern demands, for people
 * @param choices every value that is allowed; empty when any is
 */
record TextSchema(
    int minLength,
    int maxLength,
    @Nullable Pattern pattern,
    String expected,
    List<String> choices,
    @Nullable String format)
    implements Schema {

  @Override
  public void check(JsonNode value, Place place) {
    String fault = fault(value.stringValue());
    if (fault != null) {
      place.fault(fault);
    }
  }

  private @Nullable String fault(String text) {
    if (!choices.isEmpty()) {
      return choices.contains(text) ? null : "must be one of " + String.join(", ", choices);
    }
    if (pattern != null && !pattern.matcher(text).matches()) {
      return expected;
    }
    int length = text.codePointCount(0, text.length());
    if (length < minLength) {
      return "must have at least " + characters(minLength) + ", has " + length;
    }
    if (length > maxLength) {
      return "must have at most " + characters(maxLength) + ", has " + length;
    }
    if (format != null && !Formats.isValid(format, text)) {
      return Formats.words(format);
    }
    return unstorable(text);
  }

  private static String characters(int count) {
    return count + (count == 1 ? " character" : " characters");
  }

  /** What JSON can say and UTF-8 or PostgreSQL cannot (RFC 7493 §2.1). */
  private static @Nullable String unstorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "must not contain U+0000";
      }
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return "must not contain half of a surrogate pair";
        }
        i++;
      }
    }
    return null;
  }
}

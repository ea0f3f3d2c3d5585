package dev.steadfast.reference.contract;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;

/** The values of {@code format} that are checked, with what they demand. */
final class Formats {
  // RFC 3339 §5.6; Java alone would allow a time without seconds
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "([Zz]|[+-][0-9]{2}:[0-9]{2})");
  // RFC 5321 §4.1.2, without quoted strings and address literals
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern EMAIL =
      Pattern.compile(ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")*");
  private static final int LONGEST_LOCAL_PART = 64;

  private static final Map<String, String> WORDS =
      Map.of(
          "date-time", "must be an instant as in RFC 3339, such as 2026-11-22T18:00:00Z",
          "email", "must be an email address");

  private Formats() {}

  /** Whether text of this format can be checked. */
  static boolean isKnown(String format) {
    return WORDS.containsKey(format);
  }

  static boolean isValid(String format, String text) {
    return format.equals("email") ? isEmail(text) : isDateTime(text);
  }

  /** What text of this format must be, for people. */
  static String words(String format) {
    return String.valueOf(WORDS.get(format));
  }

  private static boolean isDateTime(String text) {
    if (!DATE_TIME.matcher(text).matches()) {
      return false;
    }
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isEmail(String text) {
    return text.indexOf('@') <= LONGEST_LOCAL_PART && EMAIL.matcher(text).matches();
  }
}

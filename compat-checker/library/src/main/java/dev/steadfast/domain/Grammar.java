package dev.steadfast.domain;

import java.util.Locale;

/** The regular expressions of the formats, from the grammars of their standards. */
final class Grammar {

  private static final String HEX = "[0-9A-Fa-f]";

  /** RFC 3339 §5.6 full-date, with the length of months and leap years of §5.7. */
  private static final String DATE =
      "(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])"
          + "|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))"
          + "|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

  private static final String HOUR_AND_MINUTE = "(?:[01]\\d|2[0-3]):[0-5]\\d";
  private static final String LOCAL_TIME = HOUR_AND_MINUTE + ":[0-5]\\d(?:\\.\\d+)?";

  /** RFC 3339 §5.6 full-time; leap seconds in UTC and at offsets that are in use. */
  private static final String TIME =
      "(?:" + LOCAL_TIME + "(?:[Zz]|[+-]" + HOUR_AND_MINUTE + ")|" + leapSeconds() + ")";

  private static final String DATE_TIME = DATE + "[Tt]" + TIME;

  private static final String DURATION_TIME =
      "T(?:\\d+H(?:\\d+M(?:\\d+S)?)?|\\d+M(?:\\d+S)?|\\d+S)";

  /** RFC 3339 appendix A. */
  private static final String DURATION =
      "P(?:\\d+W|(?:\\d+Y(?:\\d+M(?:\\d+D)?)?|\\d+M(?:\\d+D)?|\\d+D)(?:"
          + DURATION_TIME
          + ")?|"
          + DURATION_TIME
          + ")";

  private static final String UUID =
      HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}";

  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

  /** RFC 1123 §2.1; the limit on the whole length is not in it. */
  private static final String HOSTNAME = LABEL + "(?:\\." + LABEL + ")*";

  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** RFC 2673 §3.2 dotted-quad. */
  private static final String IPV4 = "(?:" + BYTE + "\\.){3}" + BYTE;

  private static final String GROUP = HEX + "{1,4}";

  /** RFC 4291 §2.2. */
  private static final String IPV6 = ipv6();

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]";
  private static final String ADDRESS_LITERAL = "\\[(?:" + IPV4 + "|IPv6:" + IPV6 + ")\\]";

  /** RFC 5321 §4.5.3.1.1: what comes before the at sign is short. */
  static final String SHORT_LOCAL_PART =
      "(?:[^\"@]|\"(?:[^\"\\\\]|\\\\[\\x20-\\x7E])*\"){1,64}@[^]*";

  /** RFC 5321 §4.1.2 Mailbox without general address literals, of any length. */
  private static final String EMAIL =
      mailbox("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]", "[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", HOSTNAME);

  private static final String NOT_ASCII = "\\u0080-\\u{10FFFF}";
  private static final String WIDE_LABEL =
      wide("[A-Za-z0-9]") + "(?:" + wide("[A-Za-z0-9-]") + "{0,61}" + wide("[A-Za-z0-9]") + ")?";

  /** RFC 6531 §3.3. */
  private static final String IDN_EMAIL =
      mailbox(
          wide(ATOM),
          wide("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]"),
          WIDE_LABEL + "(?:\\." + WIDE_LABEL + ")*");

  /** Labels of letters, digits and hyphens of any script; RFC 5890 asks for more. */
  static final String WIDE_HOSTNAME =
      WIDE_LABEL + "(?:[.\\u3002\\uFF0E\\uFF61]" + WIDE_LABEL + ")*";

  /** RFC 3986 appendix A. */
  private static final String URI = uri("");

  private static final String URI_REFERENCE = reference("");

  private static final String UCS =
      "\\u00A0-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF" + supplementary();

  /** RFC 3987 §2.2; private characters are not kept to the query. */
  private static final String IRI = uri(UCS);

  private static final String IRI_REFERENCE = reference(UCS);

  private static final String VARIABLE_CHARACTER = "(?:[A-Za-z0-9_]|%" + HEX + "{2})";
  private static final String VARIABLE =
      VARIABLE_CHARACTER + "(?:\\.?" + VARIABLE_CHARACTER + ")*(?::[1-9]\\d{0,3}|\\*)?";

  /** RFC 6570 §2 with erratum 6937. */
  private static final String URI_TEMPLATE =
      "(?:[\\x21\\x23\\x24\\x26-\\x3B\\x3D\\x3F-\\x5B\\x5D\\x5F\\x61-\\x7A\\x7E"
          + UCS
          + "\\uE000-\\uF8FF]|%"
          + HEX
          + "{2}|\\{[+#./;?&=,!@|]?"
          + VARIABLE
          + "(?:,"
          + VARIABLE
          + ")*\\})*";

  /** RFC 6901 §3. */
  private static final String JSON_POINTER = "(?:/(?:[^~/]|~[01])*)*";

  /** draft-handrews-relative-json-pointer-01 §3. */
  private static final String RELATIVE_JSON_POINTER = "(?:0|[1-9]\\d*)(?:#|" + JSON_POINTER + ")";

  /** RFC 4648 §4, padded. */
  private static final String BASE64 =
      "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";

  /** RFC 4648 §5, padded or not. */
  private static final String BASE64URL =
      "(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}(?:==)?|[A-Za-z0-9_-]{3}=?)?";

  private Grammar() {}

  /** What a format that is regular matches from start to end, but for limits on length. */
  static String of(String format) {
    return switch (format) {
      case "date" -> DATE;
      case "date-time" -> DATE_TIME;
      case "time" -> TIME;
      case "duration" -> DURATION;
      case "email" -> EMAIL;
      case "idn-email" -> IDN_EMAIL;
      case "hostname" -> HOSTNAME;
      case "ipv4" -> IPV4;
      case "ipv6" -> IPV6;
      case "uri" -> URI;
      case "uri-reference" -> URI_REFERENCE;
      case "iri" -> IRI;
      case "iri-reference" -> IRI_REFERENCE;
      case "uri-template" -> URI_TEMPLATE;
      case "json-pointer" -> JSON_POINTER;
      case "relative-json-pointer" -> RELATIVE_JSON_POINTER;
      case "uuid" -> UUID;
      case "byte" -> BASE64;
      case "base64url" -> BASE64URL;
      default -> throw new IllegalArgumentException(format);
    };
  }

  private static String leapSeconds() {
    StringBuilder text = new StringBuilder("23:59:60(?:\\.\\d+)?[Zz]");
    for (int hours = 0; hours < 24; hours++) {
      for (int minutes : new int[] {0, 30, 45}) {
        int east = (23 * 60 + 59 + hours * 60 + minutes) % (24 * 60);
        int west = (2 * 24 * 60 - 1 - hours * 60 - minutes) % (24 * 60);
        text.append(leapSecond(east, "\\+", hours, minutes));
        text.append(leapSecond(west, "-", hours, minutes));
      }
    }
    return text.toString();
  }

  private static String leapSecond(int local, String sign, int hours, int minutes) {
    return String.format(
        Locale.ROOT,
        "|%02d:%02d:60(?:\\.\\d+)?%s%02d:%02d",
        local / 60,
        local % 60,
        sign,
        hours,
        minutes);
  }

  private static String ipv6() {
    String last = "(?:" + GROUP + ":" + GROUP + "|" + IPV4 + ")";
    StringBuilder text = new StringBuilder("(?:(?:" + GROUP + ":){6}" + last);
    for (int before = 0; before <= 7; before++) {
      text.append('|');
      if (before > 0) {
        text.append("(?:(?:" + GROUP + ":){0," + (before - 1) + "}" + GROUP + ")?");
      }
      text.append("::");
      int after = 5 - before;
      if (after >= 0) {
        text.append("(?:" + GROUP + ":){" + after + "}" + last);
      } else if (after == -1) {
        text.append(GROUP);
      }
    }
    return text.append(')').toString();
  }

  private static String wide(String set) {
    return "[" + NOT_ASCII + set.substring(1); // a hyphen stays last
  }

  private static String mailbox(String atom, String quoted, String domain) {
    String local =
        "(?:" + atom + "+(?:\\." + atom + "+)*|\"(?:" + quoted + "|\\\\[\\x20-\\x7E])*\")";
    return local + "@(?:" + domain + "|" + ADDRESS_LITERAL + ")";
  }

  private static String uri(String wide) {
    String segments = "(?:/" + character(wide, ":@") + "*)*";
    String path = "|/(?:" + character(wide, ":@") + "+" + segments + ")?";
    String rootless = "|" + character(wide, ":@") + "+" + segments + "|";
    return "[A-Za-z][A-Za-z0-9+.-]*:(?://"
        + authority(wide)
        + segments
        + path
        + rootless
        + ")"
        + queryAndFragment(wide);
  }

  private static String reference(String wide) {
    String segments = "(?:/" + character(wide, ":@") + "*)*";
    String path = "|/(?:" + character(wide, ":@") + "+" + segments + ")?";
    String noScheme = "|" + character(wide, "@") + "+" + segments + "|";
    return "(?:"
        + uri(wide)
        + "|(?://"
        + authority(wide)
        + segments
        + path
        + noScheme
        + ")"
        + queryAndFragment(wide)
        + ")";
  }

  private static String authority(String wide) {
    String future = "v" + HEX + "+\\.[A-Za-z0-9._~!$&'()*+,;=:-]+";
    return "(?:"
        + character(wide, ":")
        + "*@)?(?:\\[(?:"
        + IPV6
        + "|"
        + future
        + ")\\]|"
        + character(wide, "")
        + "*)(?::\\d*)?";
  }

  private static String queryAndFragment(String wide) {
    String any = character(wide, ":@/?") + "*";
    return "(?:\\?" + any + ")?(?:#" + any + ")?";
  }

  /** RFC 3986 unreserved, pct-encoded, sub-delims, and more. */
  private static String character(String wide, String more) {
    return "(?:[A-Za-z0-9._~!$&'()*+,;=" + more + wide + "-]|%" + HEX + "{2})";
  }

  private static String supplementary() {
    StringBuilder text = new StringBuilder();
    for (int plane = 1; plane <= 14; plane++) {
      text.append(String.format(Locale.ROOT, "\\u{%X0000}-\\u{%XFFFD}", plane, plane));
    }
    return text.toString();
  }
}

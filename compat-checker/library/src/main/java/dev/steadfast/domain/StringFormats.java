package dev.steadfast.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The string formats of JSON Schema 2020-12 Validation §7.3 and of the OpenAPI Format Registry that
 * constrain a string.
 */
final class StringFormats {

  /** RFC 1035 §3.1 without the root label. */
  private static final int LONGEST_HOSTNAME = 253;

  /** RFC 5321 §4.5.3.1.3 without the angle brackets. */
  private static final int LONGEST_EMAIL = 254;

  private static final String PLAIN_HOSTNAME = "(?:[a-z]+\\.)*example\\.com";
  private static final String PLAIN_EMAIL = "[a-z]+@" + PLAIN_HOSTNAME;
  private static final String PLAIN_URI = "https://example\\.com(?:/[a-z]*)?";
  private static final String PLAIN_PATH = "/[a-z]*";

  private static final Map<String, StringSet> BUILT = new ConcurrentHashMap<>();

  private static final Map<String, Supplier<StringSet>> FORMATS =
      Map.ofEntries(
          Map.entry("date", () -> regular(Grammar.DATE, "2024-.*", "2024-01-01", "2024-12-31")),
          Map.entry(
              "date-time",
              () ->
                  regular(
                      Grammar.DATE_TIME,
                      "2024-01-01T00:00:00(?:\\.\\d+)?Z",
                      "2024-01-01T00:00:00Z",
                      "2024-12-31T23:59:59.123Z",
                      "2024-01-01T00:00:00+01:00")),
          Map.entry(
              "time",
              () -> regular(Grammar.TIME, "00:00:00(?:\\.\\d+)?Z", "00:00:00Z", "12:30:00+01:00")),
          Map.entry(
              "duration",
              () -> regular(Grammar.DURATION, "P\\d+D", "P1D", "PT1H", "P1Y2M3DT4H5M6S")),
          Map.entry("email", () -> email(Grammar.EMAIL, "a@example.com", "b@example.org")),
          Map.entry("idn-email", () -> email(Grammar.IDN_EMAIL, "a@example.com", "ä@example.com")),
          Map.entry("hostname", StringFormats::hostname),
          Map.entry("idn-hostname", StringFormats::idnHostname),
          Map.entry(
              "ipv4", () -> regular(Grammar.IPV4, "192\\.0\\.2\\..*", "192.0.2.1", "198.51.100.7")),
          Map.entry("ipv6", () -> regular(Grammar.IPV6, "2001:db8:.*", "2001:db8::1", "::1")),
          Map.entry(
              "uri",
              () ->
                  regular(
                      Grammar.URI,
                      PLAIN_URI,
                      "https://example.com",
                      "https://example.com/a?b=c#d",
                      "urn:example:a")),
          Map.entry(
              "uri-reference",
              () -> regular(Grammar.URI_REFERENCE, PLAIN_PATH, "/a", "https://example.com", "a")),
          Map.entry(
              "iri",
              () ->
                  regular(Grammar.IRI, PLAIN_URI, "https://example.com", "https://example.com/ä")),
          Map.entry(
              "iri-reference",
              () -> regular(Grammar.IRI_REFERENCE, PLAIN_PATH, "/a", "/ä", "https://example.com")),
          Map.entry(
              "uri-template",
              () -> regular(Grammar.URI_TEMPLATE, PLAIN_PATH, "/a/{b}", "/a{?b,c}", "/a")),
          Map.entry(
              "json-pointer", () -> regular(Grammar.JSON_POINTER, PLAIN_PATH, "/a", "/a/0", "")),
          Map.entry(
              "relative-json-pointer",
              () -> regular(Grammar.RELATIVE_JSON_POINTER, "\\d+", "0", "1/a", "0#")),
          Map.entry(
              "uuid",
              () ->
                  regular(
                      Grammar.UUID,
                      "[0-9]{8}-0000-4000-8000-0{12}",
                      "00000000-0000-4000-8000-000000000000")),
          Map.entry("regex", StringFormats::regex),
          Map.entry("byte", () -> regular(Grammar.BASE64, "[A-Za-z]*=*", "YQ==", "YWJj")),
          Map.entry("base64url", () -> regular(Grammar.BASE64URL, "[A-Za-z]*", "YQ", "YWJj")),
          Map.entry("char", () -> StringSet.length(1, 1)));

  private StringFormats() {}

  /** Empty if the format is not known to constrain a string. */
  static Optional<StringSet> named(String name) {
    Supplier<StringSet> format = FORMATS.get(name);
    return format == null
        ? Optional.empty()
        : Optional.of(BUILT.computeIfAbsent(name, key -> format.get()));
  }

  private static StringSet email(String mailbox, String... examples) {
    Regular shortLocalPart = Patterns.whole(Grammar.SHORT_LOCAL_PART, List.of(), null);
    return limited(
        LONGEST_EMAIL,
        regular(mailbox, PLAIN_EMAIL, examples).and(StringSet.matching(shortLocalPart)));
  }

  private static StringSet hostname() {
    return limited(
        LONGEST_HOSTNAME,
        regular(Grammar.HOSTNAME, PLAIN_HOSTNAME, "example.com", "a.example.com"));
  }

  private static StringSet limited(int length, StringSet set) {
    return set.and(StringSet.length(0, length));
  }

  /** The typical expression describes what a person would write, at any length. */
  private static StringSet regular(String expression, String typical, String... examples) {
    return StringSet.matching(
        Patterns.whole(expression, List.of(examples), Patterns.whole(typical, List.of(), null)));
  }

  /** A hostname, or labels in other scripts: those can be recognised here only when harmless. */
  private static StringSet idnHostname() {
    Opaque international =
        new Opaque(
            "format idn-hostname",
            List.of("bücher.example", "例.jp"),
            List.of("a b", "-"),
            Patterns.whole(Grammar.WIDE_HOSTNAME, List.of(), null),
            StringFormats::isHarmless);
    return hostname().or(StringSet.matching(international));
  }

  private static Tri isHarmless(String name) {
    boolean plain =
        name.length() <= 63
            && !name.contains("--")
            && name.codePoints().allMatch(StringFormats::isPlainLetter);
    return plain ? Tri.YES : Tri.UNKNOWN;
  }

  /**
   * ASCII, and lower-case letters of Latin-1, Greek and Cyrillic that IDNA 2008 maps to themselves.
   */
  private static boolean isPlainLetter(int codePoint) {
    return (codePoint < 0x80 && !Character.isUpperCase(codePoint))
        || (codePoint >= 0xE0 && codePoint <= 0xFE && codePoint != 0xF7)
        || (codePoint >= 0x3B1 && codePoint <= 0x3C9 && codePoint != 0x3C2)
        || (codePoint >= 0x430 && codePoint <= 0x44F)
        || (codePoint >= 0x4E00 && codePoint <= 0x9FA5);
  }

  private static StringSet regex() {
    return StringSet.matching(
        new Opaque(
            "format regex",
            List.of("a", "^a$", "[a-z]+"),
            List.of("(", "[", "*"),
            null,
            StringFormats::isRegex));
  }

  private static Tri isRegex(String text) {
    try {
      PatternReader.read(text);
      return Tri.YES;
    } catch (PatternReader.Unreadable unreadable) {
      return unreadable.isValid() ? Tri.YES : Tri.NO;
    }
  }
}

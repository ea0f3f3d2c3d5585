package dev.steadfast.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The string formats of JSON Schema 2020-12 Validation §7.3 and of the OpenAPI Format Registry that
 * constrain a string. The typical expressions describe what a person would write, at any length.
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

  /** The names are few. */
  private static final Map<String, StringSet> BUILT = new ConcurrentHashMap<>();

  private StringFormats() {}

  /** Empty if the format is not known to constrain a string. */
  static Optional<StringSet> named(String name) {
    return Optional.ofNullable(BUILT.computeIfAbsent(name, StringFormats::build));
  }

  private static @Nullable StringSet build(String name) {
    return switch (name) {
      case "date" -> of(name, "2024-.*", "2024-01-01", "2024-12-31");
      case "date-time" ->
          of(
              name,
              "2024-01-01T00:00:00(?:\\.\\d+)?Z",
              "2024-01-01T00:00:00Z",
              "2024-12-31T23:59:59.123Z",
              "2024-01-01T00:00:00+01:00");
      case "time" -> of(name, "00:00:00(?:\\.\\d+)?Z", "00:00:00Z", "12:30:00+01:00");
      case "duration" -> of(name, "P\\d+D", "P1D", "PT1H", "P1Y2M3DT4H5M6S");
      case "email" -> email(of(name, PLAIN_EMAIL, "a@example.com", "b@example.org"));
      case "idn-email" -> email(of(name, PLAIN_EMAIL, "a@example.com", "ä@example.com"));
      case "hostname" -> hostname();
      case "idn-hostname" -> hostname().or(international());
      case "ipv4" -> of(name, "192\\.0\\.2\\..*", "192.0.2.1", "198.51.100.7");
      case "ipv6" -> of(name, "2001:db8:.*", "2001:db8::1", "::1");
      case "uri" ->
          of(
              name,
              PLAIN_URI,
              "https://example.com",
              "https://example.com/a?b=c#d",
              "urn:example:a");
      case "uri-reference" -> of(name, PLAIN_PATH, "/a", "https://example.com", "a");
      case "iri" -> of(name, PLAIN_URI, "https://example.com", "https://example.com/ä");
      case "iri-reference" -> of(name, PLAIN_PATH, "/a", "/ä", "https://example.com");
      case "uri-template" -> of(name, PLAIN_PATH, "/a/{b}", "/a{?b,c}", "/a");
      case "json-pointer" -> of(name, PLAIN_PATH, "/a", "/a/0", "");
      case "relative-json-pointer" -> of(name, "\\d+", "0", "1/a", "0#");
      case "uuid" ->
          of(name, "[0-9]{8}-0000-4000-8000-0{12}", "00000000-0000-4000-8000-000000000000");
      case "regex" -> regex();
      case "byte" -> of(name, "[A-Za-z]*=*", "YQ==", "YWJj");
      case "base64url" -> of(name, "[A-Za-z]*", "YQ", "YWJj");
      case "char" -> StringSet.length(1, 1);
      default -> null;
    };
  }

  private static StringSet of(String name, String typical, String... examples) {
    return StringSet.matching(
        new Regular(
            "format " + name,
            () -> Patterns.whole(Grammar.of(name)),
            List.of(examples),
            new Regular(typical, () -> Patterns.whole(typical), List.of(), null)));
  }

  private static StringSet email(StringSet mailbox) {
    return mailbox
        .and(
            StringSet.matching(
                new Regular(
                    "short local part",
                    () -> Patterns.whole(Grammar.SHORT_LOCAL_PART),
                    List.of(),
                    null)))
        .and(StringSet.length(0, LONGEST_EMAIL));
  }

  private static StringSet hostname() {
    return of("hostname", PLAIN_HOSTNAME, "example.com", "a.example.com")
        .and(StringSet.length(0, LONGEST_HOSTNAME));
  }

  /** Labels in other scripts: they can be recognised here only when harmless. */
  private static StringSet international() {
    return StringSet.matching(
        new Opaque(
            "format idn-hostname",
            List.of("bücher.example", "例.jp"),
            List.of("a b", "-"),
            new Regular(
                "wide hostname", () -> Patterns.whole(Grammar.WIDE_HOSTNAME), List.of(), null),
            StringFormats::isHarmless));
  }

  private static Tri isHarmless(String name) {
    boolean plain =
        name.length() <= 63
            && !name.contains("--")
            && name.codePoints().allMatch(StringFormats::isPlainLetter);
    return plain ? Tri.YES : Tri.UNKNOWN;
  }

  /**
   * ASCII, lower-case letters of Latin-1, Greek and Cyrillic, and ideographs, which IDNA 2008 all
   * maps to themselves.
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
    } catch (UnreadablePattern unreadable) {
      return unreadable.isValid() ? Tri.YES : Tri.NO;
    }
  }
}

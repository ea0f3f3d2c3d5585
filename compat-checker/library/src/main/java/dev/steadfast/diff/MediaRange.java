package dev.steadfast.diff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A media type or a range of them (RFC 9110 §8.3.1, §12.5.1).
 *
 * @param type in lower case, or {@code *}
 * @param subtype in lower case, or {@code *}
 * @param parameters by lower-case name; values of {@code charset} in lower case
 */
public record MediaRange(String type, String subtype, Map<String, String> parameters) {

  private static final List<String> COMMON =
      List.of(
          "application/json",
          "application/xml",
          "text/plain",
          "text/html",
          "text/csv",
          "image/png",
          "image/jpeg",
          "audio/mpeg",
          "audio/ogg",
          "video/mp4",
          "video/webm",
          "multipart/form-data",
          "multipart/mixed",
          "application/yaml",
          "application/octet-stream");

  private static final Set<String> LINES = Set.of("jsonl", "x-jsonl", "x-ndjson", "ndjson");

  public MediaRange {
    parameters = Map.copyOf(parameters);
  }

  /** Reads a key of a content map; text without a slash is a type of its own. */
  public static MediaRange of(String text) {
    String[] pieces = text.split(";", -1);
    String[] names = pieces[0].trim().toLowerCase(Locale.ROOT).split("/", 2);
    String type = names[0].trim();
    String subtype = names.length == 2 ? names[1].trim() : type.equals("*") ? "*" : "";
    Map<String, String> parameters = new TreeMap<>();
    for (int i = 1; i < pieces.length; i++) {
      String[] pair = pieces[i].split("=", 2);
      String name = pair[0].trim().toLowerCase(Locale.ROOT);
      if (pair.length == 2 && !name.equals("q")) {
        parameters.put(name, value(name, pair[1].trim()));
      }
    }
    if (isJson(subtype)) {
      parameters.remove("charset"); // RFC 8259 §11: it has no effect
    }
    return new MediaRange(type, subtype, parameters);
  }

  private static String value(String name, String text) {
    String bare =
        text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
            ? text.substring(1, text.length() - 1)
            : text;
    return name.equals("charset") ? bare.toLowerCase(Locale.ROOT) : bare;
  }

  private static boolean isJson(String subtype) {
    return subtype.equals("json") || subtype.endsWith("+json");
  }

  /** Whether bodies of this type are one JSON text. */
  public boolean json() {
    return isJson(subtype);
  }

  /** Whether bodies of this type are XML documents (RFC 7303). */
  public boolean xml() {
    return subtype.equals("xml") || subtype.endsWith("+xml");
  }

  /** Whether bodies of this type are bytes to OpenAPI: neither values nor text. */
  boolean bytes() {
    return !json() && !xml() && !form() && !type.equals("text");
  }

  /** Whether bodies of this type are fields, each written on its own (OAS 3.1 §4.8.15). */
  public boolean form() {
    return multipart() || (type.equals("application") && subtype.equals("x-www-form-urlencoded"));
  }

  /** Whether style and explode count in bodies of this type (OAS 3.1, Encoding Object). */
  boolean styles() {
    return form() && (!multipart() || subtype.equals("form-data"));
  }

  /** Whether bodies of this type are parts, each with headers of its own (RFC 2046 §5.1). */
  public boolean multipart() {
    return type.equals("multipart");
  }

  /** Whether bodies of this type are streams of events. */
  public boolean events() {
    return type.equals("text") && subtype.equals("event-stream");
  }

  /** Whether bodies of this type are JSON texts one after the other, each on its line. */
  public boolean lines() {
    return LINES.contains(subtype);
  }

  /** Whether bodies of this type are JSON texts one after the other (RFC 7464, RFC 8091). */
  public boolean jsonSequence() {
    return subtype.equals("json-seq") || subtype.endsWith("+json-seq");
  }

  /** Whether bodies of this type are known to be one value, not one after the other. */
  boolean single() {
    return json() || xml() || (form() && !multipart());
  }

  /** Whether it stands for more than one type. */
  public boolean range() {
    return type.equals("*") || subtype.startsWith("*");
  }

  /** Whether bodies of this type are texts without further form. */
  public boolean plainText() {
    return type.equals("text") && !json() && !xml() && !events();
  }

  /** Equal texts are equal ranges. */
  String text() {
    StringBuilder text = new StringBuilder(type).append('/').append(subtype);
    new TreeMap<>(parameters).forEach((k, v) -> text.append(';').append(k).append('=').append(v));
    return text.toString();
  }

  /** Whether every message of the other type is of this type too. */
  public boolean covers(MediaRange other) {
    return coversName(other) && other.parameters.entrySet().containsAll(parameters.entrySet());
  }

  private boolean coversName(MediaRange other) {
    return type.equals("*")
        || (type.equals(other.type) && (subtype.equals(other.subtype) || coversSubtype(other)));
  }

  /* Ranges by suffix, application/*+json, are not in RFC 9110, but documents use them. */
  private boolean coversSubtype(MediaRange other) {
    return subtype.equals("*")
        || (subtype.startsWith("*+") && other.subtype.endsWith(subtype.substring(1)));
  }

  /** A type of this range that none of the others covers; empty when none comes to mind. */
  public String typeOutside(List<MediaRange> others) {
    for (String type : range() ? COMMON : List.of(text())) {
      MediaRange one = of(type);
      if (covers(one) && others.stream().noneMatch(other -> other.covers(one))) {
        return type;
      }
    }
    return "";
  }

  /**
   * Higher is narrower: the narrowest range that covers a message describes it (OAS 3.1, §4.8.14).
   */
  int precision() {
    int name = type.equals("*") ? 0 : subtype.startsWith("*") ? 1 : 2;
    return name * 100 + parameters.size();
  }
}

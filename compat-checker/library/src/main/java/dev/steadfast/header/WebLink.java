package dev.steadfast.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link to another resource (RFC 8288).
 *
 * @param href a URI reference
 * @param rel one relation type, in lower case unless it is a URI
 * @param type media type of what is there; empty when it is not said
 */
public record WebLink(String href, String rel, String type) {

  private static final Pattern TARGET = Pattern.compile("[ \\t]*<([^<>\\s\"]*)>[ \\t]*");
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";[ \\t]*(?:([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \\t]*"
              + "(?:=[ \\t]*([!#$%&'*+.^_`|~0-9A-Za-z-]+|\"(?:[^\"\\\\]|\\\\.)*+\"))?)?[ \\t]*");

  /**
   * The links of a {@code Link} field (§3), one for each relation type.
   *
   * @param field its lines, joined with {@code ", "}
   * @throws MalformedFieldException when it does not follow the grammar, or a link has no relation
   */
  public static List<WebLink> parse(String field) throws MalformedFieldException {
    List<WebLink> links = new ArrayList<>();
    Matcher target = TARGET.matcher(field);
    Matcher parameter = PARAMETER.matcher(field);
    int at = 0;
    while (at < field.length()) {
      if (!target.region(at, field.length()).lookingAt()) {
        throw wrong("'<' with a URI and '>' is missing", at, field);
      }
      String rel = "";
      String type = "";
      at = target.end();
      while (parameter.region(at, field.length()).lookingAt()) {
        String name = parameter.group(1) == null ? "" : parameter.group(1).toLowerCase(Locale.ROOT);
        String value = parameter.group(2) == null ? "" : unquoted(parameter.group(2));
        rel = name.equals("rel") && rel.isEmpty() ? value : rel; // the first counts (§3.3)
        type = name.equals("type") && type.isEmpty() ? value : type;
        at = parameter.end();
      }
      if (rel.isBlank()) {
        throw wrong("a link has no relation type", at, field);
      }
      for (String one : rel.strip().split("[ \\t]+", -1)) {
        links.add(
            new WebLink(
                target.group(1), one.contains(":") ? one : one.toLowerCase(Locale.ROOT), type));
      }
      if (at < field.length() && field.charAt(at) != ',') {
        throw wrong("',' is missing", at, field);
      }
      at++;
      if (at == field.length()) {
        throw wrong("a link is missing behind the last comma", at, field);
      }
    }
    return links;
  }

  private static String unquoted(String value) {
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
        : value;
  }

  private static MalformedFieldException wrong(String what, int at, String field) {
    return new MalformedFieldException(what + ", at " + (at + 1) + " of '" + field + "'");
  }

  /** {@code <href>; rel="rel"; type="type"}, one link-value of a {@code Link} field. */
  @Override
  public String toString() {
    return '<' + href + ">; rel=\"" + rel + '"' + (type.isEmpty() ? "" : "; type=\"" + type + '"');
  }
}

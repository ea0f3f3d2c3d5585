package dev.steadfast.diff;

import dev.steadfast.schema.View.Spelling;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A named value outside the body: a parameter of a request, or a header of a response or part. */
public final class Parameter implements Element {

  /** OAS 3.1, Parameter Object: a header parameter of these names is ignored. */
  private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

  private final ObjectNode at;
  private final String in;
  private final String name;
  private final boolean declaredHeader;
  private final List<Parameter> fields;

  private Parameter(ObjectNode at, String in, String name, boolean declaredHeader) {
    this(at, in, name, declaredHeader, List.of());
  }

  private Parameter(
      ObjectNode at, String in, String name, boolean declaredHeader, List<Parameter> fields) {
    this.at = at;
    this.in = in;
    this.name = name;
    this.declaredHeader = declaredHeader;
    this.fields = List.copyOf(fields);
  }

  /** Reads a Parameter Object; null when it has no effect. */
  static @Nullable Parameter of(Node use) {
    ObjectNode at = Nodes.object(use);
    String in = at == null ? null : Nodes.text(at, "in");
    String name = at == null ? null : Nodes.text(at, "name");
    if (at == null || in == null || name == null) {
      return null;
    }
    boolean ignored = in.equals("header") && IGNORED.contains(name.toLowerCase(Locale.ROOT));
    return ignored ? null : new Parameter(at, in, name, false);
  }

  /** Reads a map of Header Objects, without {@code Content-Type}. */
  static List<Parameter> headers(@Nullable ObjectNode map) {
    List<Parameter> headers = new ArrayList<>();
    for (String name : Nodes.names(map)) {
      ObjectNode at = map == null ? null : Nodes.object(map, name);
      if (at != null && !name.equalsIgnoreCase("Content-Type")) {
        headers.add(new Parameter(at, "header", name, true));
      }
    }
    return headers;
  }

  /** The whole query string, made of query parameters that are its fields. */
  static Parameter queryString(ObjectNode at, String name, List<Parameter> fields) {
    return new Parameter(at, "querystring", name, false, fields);
  }

  /** The query parameters that this query string is made of; empty for one that is declared. */
  public List<Parameter> fields() {
    return fields;
  }

  @Override
  public ObjectNode at() {
    return at;
  }

  public String name() {
    return name;
  }

  /** {@code path}, {@code query}, {@code querystring}, {@code header} or {@code cookie}. */
  public String in() {
    return in;
  }

  /**
   * Same key, same parameter of one operation: header names ignore case (RFC 9110 §5.1), and the
   * name of a whole query string is never sent (OAS 3.2, Parameter Object).
   */
  String key() {
    return switch (in) {
      case "header" -> in + ':' + name.toLowerCase(Locale.ROOT);
      case "querystring" -> in;
      default -> in + ':' + name;
    };
  }

  /** Whether it has the other's name in another place. */
  boolean movedTo(Parameter other) {
    boolean header = in.equals("header") || other.in.equals("header");
    return !in.equals(other.in)
        && (header ? name.equalsIgnoreCase(other.name) : name.equals(other.name));
  }

  @Override
  public String described() {
    return switch (in) {
      case "header" -> declaredHeader ? "header '" + name + "'" : "header parameter '" + name + "'";
      case "querystring" -> "query string '" + name + "'";
      default -> in + " parameter '" + name + "'";
    };
  }

  public boolean required() {
    return in.equals("path") || Nodes.flag(at, "required", false);
  }

  public boolean deprecated() {
    return Nodes.flag(at, "deprecated", false);
  }

  public boolean allowReserved() {
    return Nodes.flag(at, "allowReserved", false);
  }

  public boolean allowEmptyValue() {
    return Nodes.flag(at, "allowEmptyValue", false);
  }

  /** Style and explode with their defaults (OAS 3.1, Parameter Object). */
  public Wire wire() {
    String usual = in.equals("query") || in.equals("cookie") ? "form" : "simple";
    String style = Nodes.text(at, "style", usual);
    boolean spread = style.equals("form") || style.equals("cookie");
    return new Wire(in, style, Nodes.flag(at, "explode", spread));
  }

  /** The media type its value is written in; null when style and explode say how. */
  public @Nullable MediaType content() {
    ObjectNode map = Nodes.object(at, "content");
    List<MediaType> content = map == null ? List.of() : MediaType.all(map);
    return content.isEmpty() ? null : content.get(0);
  }

  /** How its values are spelled, as far as a number may also be the text of its digits. */
  Spelling spelling() {
    MediaType content = content();
    return content == null ? Spelling.TEXT : content.spelling();
  }

  /** The value's schema; null when any value is allowed. */
  public @Nullable Node schema() {
    MediaType content = content();
    return content == null ? at.get("schema") : content.schema();
  }

  /**
   * How a value of the JSON type is spelled; equal texts are equal spellings. A number in JSON is
   * spelled like a number in a URL.
   */
  public String form(Kind kind) {
    MediaType content = content();
    if (content == null) {
      return wire().form(kind);
    }
    boolean bare = kind == Kind.NUMBER || kind == Kind.BOOLEAN;
    boolean text = content.range().type().equals("text") && kind == Kind.STRING;
    boolean same = text || (bare && (content.range().json() || content.name().startsWith("text/")));
    boolean usual = in.equals("query") || in.equals("cookie");
    return same ? (usual ? "n=v" : "v") : content.range().text();
  }

  /** A JSON type that both may have and spell differently. */
  public Optional<Kind> spelledOtherwiseIn(Parameter other) {
    for (Kind kind : Kind.values()) {
      if (!form(kind).equals(other.form(kind))
          && Kind.of(schema()).contains(kind)
          && Kind.of(other.schema()).contains(kind)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Where its schema sits in a message. */
  Part part(Place place) {
    return switch (in) {
      case "path" -> Part.PATH;
      case "query" -> Part.QUERY;
      case "querystring" -> Part.QUERYSTRING;
      case "cookie" -> Part.COOKIE;
      default -> place.message() == Place.Message.ANSWER ? Part.RESPONSE_HEADER : Part.HEADER;
    };
  }
}

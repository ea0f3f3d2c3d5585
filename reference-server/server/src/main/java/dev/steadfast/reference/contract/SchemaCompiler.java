package dev.steadfast.reference.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the schemas of requests. It knows the keywords that the specifications use for each
 * type; another one stops the start, so that nothing that is promised stays unchecked.
 */
final class SchemaCompiler {
  private static final Set<String> ANNOTATIONS =
      Set.of("description", "default", "example", "examples", "x-enum-varnames");
  private static final Set<String> NUMBER_FORMATS = Set.of("int32", "int64");

  private final Map<String, Schema> components = new HashMap<>();

  /** The schema at a place; beside a reference, only annotations may stand. */
  Schema compile(Node place) {
    if (place.get("$ref").value() instanceof String reference) {
      refuseOthers(place, Set.of("$ref"));
      Schema known = components.get(reference);
      if (known == null) {
        String component = reference.substring(reference.lastIndexOf('/') + 1);
        known = inline(place.resolved(), component);
        components.put(reference, known);
      }
      return known;
    }
    return inline(place, "");
  }

  /** The schema at a place without a reference, in the component of this name. */
  Schema inline(Node place, String component) {
    Node type = place.get("type");
    List<String> types = type.value() instanceof String one ? List.of(one) : type.texts();
    List<String> values = types.stream().filter(name -> !name.equals("null")).toList();
    if (values.size() != 1) {
      throw new IllegalArgumentException("a schema of requests needs one type, has " + types);
    }
    String name = values.get(0);
    return new TypedSchema(name, types.size() > 1, ofType(name, place, component));
  }

  private Schema ofType(String type, Node place, String component) {
    return switch (type) {
      case "string" -> text(place, component);
      case "integer", "number" -> number(place, type.equals("integer"));
      case "array" -> array(place);
      case "object" -> object(place);
      default ->
          throw new IllegalArgumentException("requests cannot be checked for type '" + type + "'");
    };
  }

  private static Schema text(Node place, String component) {
    refuseOthers(place, Set.of("type", "minLength", "maxLength", "pattern", "enum", "format"));
    Node pattern = place.get("pattern");
    Node format = place.get("format");
    if (format.isPresent() && !Formats.isKnown(format.text())) {
      throw new IllegalArgumentException(
          "requests cannot be checked for format '" + format.text() + "'");
    }
    return new TextSchema(
        number(place.get("minLength"), 0),
        number(place.get("maxLength"), Integer.MAX_VALUE),
        pattern.isPresent() ? anchored(pattern.text()) : null,
        pattern.isPresent() ? Expectations.of(component, pattern.text()) : "",
        place.get("enum").texts(),
        format.isPresent() ? format.text() : null);
  }

  private static Schema number(Node place, boolean whole) {
    refuseOthers(place, Set.of("type", "minimum", "maximum", "multipleOf", "format"));
    Node format = place.get("format");
    if (format.isPresent() && !NUMBER_FORMATS.contains(format.text())) {
      throw new IllegalArgumentException(
          "requests cannot be checked for format '" + format.text() + "'");
    }
    return new NumberSchema(
        whole,
        decimal(place.get("minimum")),
        decimal(place.get("maximum")),
        decimals(decimal(place.get("multipleOf"))));
  }

  private static int decimals(@Nullable BigDecimal step) {
    if (step == null) {
      return Integer.MAX_VALUE;
    }
    if (step.signum() <= 0 || !step.unscaledValue().equals(BigInteger.ONE)) {
      throw new IllegalArgumentException("multipleOf must be 1, 0.1, 0.01 …, is " + step);
    }
    return step.scale();
  }

  private Schema array(Node place) {
    refuseOthers(place, Set.of("type", "minItems", "maxItems", "uniqueItems", "items"));
    return new ArraySchema(
        number(place.get("minItems"), 0),
        number(place.get("maxItems"), Integer.MAX_VALUE),
        Boolean.TRUE.equals(place.get("uniqueItems").value()),
        compile(place.get("items")));
  }

  private Schema object(Node place) {
    refuseOthers(
        place,
        Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "propertyNames",
            "maxProperties"));
    Node properties = place.get("properties");
    Map<String, Schema> known = new LinkedHashMap<>();
    for (String name : properties.names()) {
      known.put(name, compile(properties.get(name)));
    }
    Node others = place.get("additionalProperties");
    if (!others.isPresent()) {
      throw new IllegalArgumentException("an object in a request must say additionalProperties");
    }
    Node names = place.get("propertyNames").get("pattern");
    return new ObjectSchema(
        known,
        place.get("required").texts(),
        Boolean.FALSE.equals(others.value()) ? null : compile(others),
        names.isPresent() ? anchored(names.text()) : null,
        number(place.get("maxProperties"), Integer.MAX_VALUE));
  }

  /** A pattern for {@code matches()}: Java's {@code $} alone would overlook a final line break. */
  private static Pattern anchored(String pattern) {
    if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
      throw new IllegalArgumentException("a pattern in a request must be anchored: " + pattern);
    }
    return Pattern.compile(pattern);
  }

  private static int number(Node place, int otherwise) {
    return place.isPresent() ? Integer.parseInt(place.text()) : otherwise;
  }

  private static @Nullable BigDecimal decimal(Node place) {
    return place.isPresent() ? new BigDecimal(place.text()) : null;
  }

  private static void refuseOthers(Node place, Set<String> known) {
    for (String keyword : place.names()) {
      if (!known.contains(keyword) && !ANNOTATIONS.contains(keyword)) {
        throw new IllegalArgumentException(
            "requests cannot be checked for '" + keyword + "' here, only for " + known);
      }
    }
  }
}

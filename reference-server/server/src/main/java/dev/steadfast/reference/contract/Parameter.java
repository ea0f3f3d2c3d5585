package dev.steadfast.reference.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A path, query or header parameter.
 *
 * @param type of its values: {@code string}, {@code integer} or {@code number}
 * @param list whether it may be given several times ({@code style: form, explode: true})
 */
record Parameter(
    String name, Origin in, boolean required, String type, boolean list, Schema schema) {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");
  private static final int LONGEST_NUMBER = 100;

  /** Where a parameter is. */
  enum Origin {
    PATH,
    QUERY,
    HEADER
  }

  /** Notes what is wrong with the parameter in this request. */
  void check(HttpServletRequest request, Map<String, String> path, Report report) {
    List<String> given = given(request, path);
    Place place = Place.parameter(report, name);
    if (given.isEmpty()) {
      if (required) {
        place.fault("is required");
      }
    } else if (list) {
      ArrayNode values = JsonNodeFactory.instance.arrayNode();
      for (String value : given) {
        values.add(node(value));
      }
      schema.check(values, place);
    } else if (given.size() > 1) {
      place.fault("is given " + given.size() + " times");
    } else {
      schema.check(node(given.get(0)), place);
    }
  }

  private List<String> given(HttpServletRequest request, Map<String, String> path) {
    return switch (in) {
      case PATH -> List.of(path.getOrDefault(name, ""));
      case QUERY -> {
        String[] values = request.getParameterValues(name);
        yield values == null ? List.of() : List.of(values);
      }
      case HEADER -> Collections.list(request.getHeaders(name));
    };
  }

  /** The value as its type says; text that is no such value stays text, and is refused as that. */
  private JsonNode node(String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    Pattern numbers =
        switch (type) {
          case "integer" -> INTEGER;
          case "number" -> NUMBER;
          default -> null;
        };
    return numbers != null && text.length() <= LONGEST_NUMBER && numbers.matcher(text).matches()
        ? nodes.numberNode(new BigDecimal(text))
        : nodes.stringNode(text);
  }
}

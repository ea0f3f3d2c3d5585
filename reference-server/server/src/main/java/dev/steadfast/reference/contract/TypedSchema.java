package dev.steadfast.reference.contract;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * A value of one of some types, of which all but {@code null} have a schema of their own.
 *
 * @param nullable whether it may be null
 */
record TypedSchema(String type, boolean nullable, Schema schema) implements Schema {
  @Override
  public void check(JsonNode value, Place place) {
    if (value.isNull() && nullable) {
      return;
    }
    if (matches(value)) {
      schema.check(value, place);
    } else {
      place.fault("must be " + article(type) + ", is " + name(value.getNodeType()));
    }
  }

  private boolean matches(JsonNode value) {
    return switch (type) {
      case "string" -> value.isString();
      case "integer", "number" -> value.isNumber();
      case "array" -> value.isArray();
      default -> value.isObject();
    };
  }

  private static String article(String type) {
    return ("aio".indexOf(type.charAt(0)) >= 0 ? "an " : "a ") + type;
  }

  private static String name(JsonNodeType type) {
    return switch (type) {
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      default -> "null";
    };
  }
}

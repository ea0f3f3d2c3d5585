package dev.steadfast.confirm;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;

/** Our values as Jackson's, exact: no number goes through a double. */
final class Values {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_ZEROS = 10_000; // 1e10000 is written out, 1e1000000000 is not

  private Values() {}

  static JsonNode of(Node node) {
    if (node instanceof ObjectNode object) {
      tools.jackson.databind.node.ObjectNode copy = NODES.objectNode();
      for (int i = 0; i < object.size(); i++) {
        copy.set(object.key(i), of(object.value(i)));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      tools.jackson.databind.node.ArrayNode copy = NODES.arrayNode(array.size());
      for (Node item : array) {
        copy.add(of(item));
      }
      return copy;
    }
    if (node instanceof StringNode string) {
      return NODES.stringNode(string.value());
    }
    if (node instanceof NumberNode number) {
      return number(number.value());
    }
    return node instanceof BooleanNode bool ? NODES.booleanNode(bool.value()) : NODES.nullNode();
  }

  /** One node class for each mathematical value, so that 1.0 and 1 are alike to networknt. */
  static JsonNode number(BigDecimal value) {
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (plain.scale() > 0 || plain.scale() < -MOST_ZEROS) {
      return DecimalNode.valueOf(plain);
    }
    BigInteger integer = plain.toBigIntegerExact();
    if (integer.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(integer.intValue());
    }
    return integer.bitLength() < Long.SIZE
        ? LongNode.valueOf(integer.longValue())
        : BigIntegerNode.valueOf(integer);
  }

  /**
   * A bound that networknt compares as a decimal: given a long beside {@code type: integer}, it
   * would narrow the value to a long as well.
   */
  static JsonNode bound(BigDecimal value) {
    return DecimalNode.valueOf(value);
  }
}

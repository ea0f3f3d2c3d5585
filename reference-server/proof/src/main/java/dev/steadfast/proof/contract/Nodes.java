package dev.steadfast.proof.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads members of a specification, and values on the wire. */
final class Nodes {

  private Nodes() {}

  /** The object itself or, of a reference, where it leads. */
  static Optional<ObjectNode> object(@Nullable Node node) {
    if (!(node instanceof ObjectNode object)) {
      return Optional.empty();
    }
    return object.target() == null ? Optional.of(object) : object(object.target());
  }

  static boolean isTrue(@Nullable Node node) {
    return node instanceof BooleanNode flag && flag.value();
  }

  static String text(ObjectNode owner, String key) {
    return owner.get(key) instanceof StringNode string ? string.value() : "";
  }

  static Optional<BigDecimal> number(ObjectNode owner, String key) {
    return owner.get(key) instanceof NumberNode number
        ? Optional.of(number.value())
        : Optional.empty();
  }

  /** A JSON text; empty when it is none. */
  static Optional<Node> json(String text) {
    return Optional.ofNullable(
        DataReader.read(Source.of("body.json", text.getBytes(UTF_8))).value());
  }

  /** What a parameter or header says, read by the type that its schema names. */
  static Node wire(Node schema, String text) {
    String type = object(schema).map(object -> text(object, "type")).orElse("");
    if ((type.equals("integer") || type.equals("number"))
        && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")) {
      return NumberNode.of(new BigDecimal(text));
    }
    if (type.equals("boolean") && (text.equals("true") || text.equals("false"))) {
      return BooleanNode.of(text.equals("true"));
    }
    return StringNode.of(text);
  }
}

package dev.steadfast.confirm;

import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** OpenAPI 3.0's own spellings, said in JSON Schema 2020-12. */
final class OpenApi30 {

  private OpenApi30() {}

  /** Adds to {@code plain} what the other keywords of {@code schema} leave out. */
  static void fold(ObjectNode schema, tools.jackson.databind.node.ObjectNode plain) {
    if (isTrue(schema, "nullable") && schema.get("type") instanceof StringNode type) {
      plain.set("type", JsonNodeFactory.instance.arrayNode().add(type.value()).add("null"));
    }
    exclude(schema, plain, "exclusiveMaximum", "maximum");
    exclude(schema, plain, "exclusiveMinimum", "minimum");
  }

  private static void exclude(
      ObjectNode schema,
      tools.jackson.databind.node.ObjectNode plain,
      String exclusive,
      String bound) {
    if (isTrue(schema, exclusive) && schema.get(bound) instanceof NumberNode number) {
      plain.remove(bound);
      plain.set(exclusive, Values.bound(number.value()));
    }
  }

  private static boolean isTrue(ObjectNode schema, String keyword) {
    return schema.get(keyword) instanceof BooleanNode flag && flag.value();
  }
}

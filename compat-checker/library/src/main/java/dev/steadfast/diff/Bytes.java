package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which schemas say that a value is a file's bytes: {@code format: binary} of OpenAPI 3.0. */
final class Bytes {

  private static final int NESTING = 8;
  private static final Set<String> BOUNDS =
      Set.of("minLength", "maxLength", "pattern", "enum", "const", "not", "anyOf", "oneOf", "if");

  private Bytes() {}

  /** Whether it says no more: what a file is in 3.0, and in 3.1 by absence (OAS 3.1 §4.8.14.3). */
  static boolean any(Node use) {
    return Kind.of(use).equals(Set.of(Kind.STRING)) && are(use) && !bounded(use);
  }

  /** Whether the schema, or a part of it, has the format. */
  static boolean are(@Nullable Node use) {
    return are(use, NESTING);
  }

  private static boolean are(@Nullable Node use, int nesting) {
    ObjectNode schema = Nodes.object(use);
    return schema != null
        && nesting > 0
        && ("binary".equals(Nodes.text(schema, "format"))
            || Nodes.items(schema, "allOf").stream().anyMatch(part -> are(part, nesting - 1)));
  }

  /** Whether the schema, or a part of it, says what bytes they may be. */
  static boolean bounded(Node use) {
    return bounded(use, NESTING);
  }

  private static boolean bounded(Node use, int nesting) {
    ObjectNode schema = Nodes.object(use);
    return schema == null
        || nesting == 0
        || schema.keys().stream().anyMatch(key -> bounds(schema, key))
        || Nodes.items(schema, "allOf").stream().anyMatch(part -> bounded(part, nesting - 1));
  }

  private static boolean bounds(ObjectNode schema, String key) {
    boolean none =
        key.equals("minLength")
            && schema.get(key) instanceof NumberNode number
            && number.value().compareTo(BigDecimal.ZERO) == 0;
    return BOUNDS.contains(key) && !none;
  }
}

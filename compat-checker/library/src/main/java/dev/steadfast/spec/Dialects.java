package dev.steadfast.spec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the dialect of a schema: its own {@code $schema}, that of a schema around it, or the
 * document's.
 */
final class Dialects {

  private static final Map<String, Dialect> BY_URI =
      Map.of(
          "json-schema.org/draft-04/schema", Dialect.DRAFT_04,
          "json-schema.org/draft-06/schema", Dialect.DRAFT_06,
          "json-schema.org/draft-07/schema", Dialect.DRAFT_07,
          "json-schema.org/draft/2019-09/schema", Dialect.DRAFT_2019_09,
          "json-schema.org/draft/2020-12/schema", Dialect.DRAFT_2020_12,
          "json-schema.org/schema", Dialect.DRAFT_2020_12,
          "spec.openapis.org/oas/3.0/schema", Dialect.OPENAPI_3_0);

  private final Dialect common;
  private boolean declared;

  Dialects(Dialect common) {
    this.common = common;
  }

  Dialect common() {
    return common;
  }

  /** Some schema says {@code $schema}: from now on look. */
  void declared() {
    declared = true;
  }

  Dialect of(Node schema) {
    if (declared && common != Dialect.OPENAPI_3_0) {
      for (Node node = schema; node != null; node = node.parent()) {
        if (node instanceof ObjectNode object
            && object.kind() != Kind.OPENAPI // there it names what checks the document
            && object.get("$schema") instanceof StringNode uri) {
          Dialect dialect = byUri(uri.value());
          if (dialect != null) {
            return dialect;
          }
        }
      }
    }
    return common;
  }

  /** Null for a meta-schema of somebody's own. */
  static @Nullable Dialect byUri(String uri) {
    String plain = uri.replaceFirst("^https?://", "").replaceFirst("#$", "");
    if (plain.startsWith("spec.openapis.org/oas/3.") && plain.contains("/dialect/")) {
      return Dialect.DRAFT_2020_12;
    }
    return BY_URI.get(plain);
  }
}

package dev.steadfast.spec;

import java.util.Optional;

/** What a schema's keywords mean. */
public enum Dialect {
  /**
   * JSON Schema draft-04: boolean exclusive bounds, {@code items} as a list, {@code $ref} hides its
   * siblings.
   */
  DRAFT_04,
  /** JSON Schema draft-06. */
  DRAFT_06,
  /** JSON Schema draft-07. */
  DRAFT_07,
  /** JSON Schema draft 2019-09. */
  DRAFT_2019_09,
  /** JSON Schema draft 2020-12; also what OpenAPI 3.1 and 3.2 use. */
  DRAFT_2020_12,
  /**
   * OpenAPI 3.0's Schema Object: {@code nullable}, boolean exclusive bounds, {@code $ref} hides its
   * siblings.
   */
  OPENAPI_3_0;

  /** What a {@code $schema} URI names; empty for a meta-schema of somebody's own. */
  public static Optional<Dialect> named(String uri) {
    return Optional.ofNullable(Dialects.byUri(uri));
  }
}

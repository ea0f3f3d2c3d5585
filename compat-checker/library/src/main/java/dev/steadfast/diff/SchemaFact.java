package dev.steadfast.diff;

/** The keyword, or family of keywords, that a schema change is about. */
public enum SchemaFact {
  TYPE,
  NULLABLE,
  ENUM,
  FORMAT,
  PATTERN,
  MIN_LENGTH,
  MAX_LENGTH,
  MINIMUM,
  MAXIMUM,
  MULTIPLE_OF,
  MIN_ITEMS,
  MAX_ITEMS,
  UNIQUE_ITEMS,
  ITEMS,
  PREFIX_ITEMS,
  CONTAINS,
  PROPERTY,
  REQUIRED,
  ADDITIONAL_PROPERTIES,
  PATTERN_PROPERTIES,
  PROPERTY_NAMES,
  MIN_PROPERTIES,
  MAX_PROPERTIES,
  DEPENDENT,
  UNEVALUATED,
  /** A branch of {@code anyOf} or {@code oneOf}. */
  ALTERNATIVE,
  NOT,
  CONDITION,
  DISCRIMINATOR,
  /**
   * What a text holds: {@code contentEncoding}, {@code contentMediaType}, {@code contentSchema}.
   */
  CONTENT,
  /** How a value is written in XML. */
  XML,
  READ_ONLY,
  WRITE_ONLY,
  DEFAULT,
  DEPRECATED,
  /** The schema as a whole, when nothing smaller explains the change. */
  SCHEMA
}

package dev.steadfast.schema;

import java.util.List;

/** Keywords that only mean something together, judged as one. */
public enum Facet {
  TYPE("type"),
  ENUM("enum", "const"),
  FORMAT("format", "type"),
  PATTERN("pattern"),
  MIN_LENGTH("minLength"),
  MAX_LENGTH("maxLength"),
  MINIMUM("minimum", "exclusiveMinimum"),
  MAXIMUM("maximum", "exclusiveMaximum"),
  MULTIPLE_OF("multipleOf"),
  MIN_ITEMS("minItems"),
  MAX_ITEMS("maxItems"),
  UNIQUE_ITEMS("uniqueItems"),
  ITEMS("items", "prefixItems", "additionalItems"),
  CONTAINS("contains", "minContains", "maxContains"),
  MIN_PROPERTIES("minProperties"),
  MAX_PROPERTIES("maxProperties"),
  PROPERTY_NAMES("propertyNames"),
  PATTERN_PROPERTIES("patternProperties"),
  DEPENDENT("dependentRequired", "dependentSchemas", "dependencies"),
  ALTERNATIVE("anyOf", "oneOf", "discriminator"),
  NOT("not"),
  CONDITION("if", "then", "else");

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final List<String> keywords;

  Facet(String... keywords) {
    this.keywords = List.of(keywords);
  }

  /** The first is the one that names the facet. */
  List<String> keywords() {
    return keywords;
  }
}

package dev.steadfast.schema;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Keywords that only mean something together, judged as one. */
public enum Facet {
  TYPE("type"),
  ENUM("enum", "const"),
  FORMAT("format", "contentEncoding", "type"),
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

  private static final Map<String, List<Facet>> BY_KEYWORD =
      Arrays.stream(values())
          .flatMap(facet -> facet.keywords.stream().map(keyword -> Map.entry(keyword, facet)))
          .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final List<String> keywords;

  Facet(String... keywords) {
    this.keywords = List.of(keywords);
  }

  /** The facets that a keyword speaks of. */
  static List<Facet> of(String keyword) {
    return BY_KEYWORD.getOrDefault(keyword, List.of());
  }

  /** The first is the one that names the facet. */
  List<String> keywords() {
    return keywords;
  }
}

package dev.steadfast.reference.merchant;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON merge patch of a merchant (RFC 7396): what is given replaces the old value, what is null
 * is removed, what is absent stays. Read from the document itself, because a model with properties
 * cannot tell null from absent.
 */
record MergePatch(JsonNode document) {

  /** The data after the change; equal when nothing changes. */
  MerchantData apply(MerchantData old) {
    return new MerchantData(
        required("name", old.name()),
        required("email", old.email()),
        old.country(),
        required("defaultCurrency", old.defaultCurrency()),
        optional("statementDescriptor", old.statementDescriptor()),
        optional("websiteUrl", old.websiteUrl()),
        labels(old.metadata()));
  }

  /** The specification allows no null here. */
  private String required(String name, String old) {
    JsonNode value = document.get(name);
    return value == null ? old : value.stringValue();
  }

  private @Nullable String optional(String name, @Nullable String old) {
    JsonNode value = document.get(name);
    if (value == null) {
      return old;
    }
    return value.isNull() ? null : value.stringValue();
  }

  private @Nullable Map<String, String> labels(@Nullable Map<String, String> old) {
    JsonNode given = document.get("metadata");
    if (given == null) {
      return old;
    }
    if (given.isNull()) {
      return null;
    }
    Map<String, String> merged = new LinkedHashMap<>(old == null ? Map.of() : old);
    for (Map.Entry<String, JsonNode> label : given.properties()) {
      if (label.getValue().isNull()) {
        merged.remove(label.getKey());
      } else {
        merged.put(label.getKey(), label.getValue().stringValue());
      }
    }
    return merged;
  }
}

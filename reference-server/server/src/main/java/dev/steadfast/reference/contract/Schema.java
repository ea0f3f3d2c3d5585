package dev.steadfast.reference.contract;

import tools.jackson.databind.JsonNode;

/** What a value must be, compiled from a schema of the specification (JSON Schema 2020-12). */
@FunctionalInterface
interface Schema {

  /** Notes what is wrong with the value. */
  void check(JsonNode value, Place place);
}

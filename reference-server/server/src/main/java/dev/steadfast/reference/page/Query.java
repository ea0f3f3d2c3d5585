package dev.steadfast.reference.page;

import java.util.List;

/**
 * A statement with its values.
 *
 * @param parameters the values of its question marks, in their order
 */
record Query(String sql, List<Object> parameters) {
  Query {
    parameters = List.copyOf(parameters);
  }
}

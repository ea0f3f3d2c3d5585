package dev.steadfast.reference.page;

import java.util.List;

/**
 * A statement with its values.
 *
 * @param parameters the values of its question marks, in their order
 * @param planning how it must be planned
 */
record Query(String sql, List<Object> parameters, Planning planning) {

  /** How PostgreSQL may plan a statement that is executed again and again. */
  enum Planning {
    /** Whatever the values are, the plan is the same. */
    ONCE,
    /** How much a range leaves out decides which index is the right one. */
    BY_VALUES
  }

  Query {
    parameters = List.copyOf(parameters);
  }
}

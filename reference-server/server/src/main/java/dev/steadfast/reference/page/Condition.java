package dev.steadfast.reference.page;

import java.util.List;

/**
 * A condition that only one list has.
 *
 * @param name tells it from the list's other conditions, for the cursor
 * @param sql an expression over the columns of the table
 * @param parameters the values of its question marks
 */
public record Condition(String name, String sql, List<Object> parameters) {
  public Condition {
    parameters = List.copyOf(parameters);
  }
}

package dev.steadfast.reference.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What PostgreSQL did for a statement (EXPLAIN ANALYZE).
 *
 * @param sequentialScans the tables that were read from end to end
 * @param indexes the indexes that were read
 * @param visitedRows how many rows of tables were looked at, wanted or not
 * @param sortedRows how many rows went into a sort
 * @param buffers how many pages of 8 KiB were touched
 */
public record Plan(
    List<String> sequentialScans,
    List<String> indexes,
    long visitedRows,
    long sortedRows,
    long buffers) {
  private static final String EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ";

  /** A statement that is planned once is explained with the plan that knows no values. */
  static Plan of(DataSource database, Query query) {
    String text =
        new JdbcTemplate(database)
            .execute(
                (ConnectionCallback<String>)
                    connection ->
                        query.planning() == Query.Planning.ONCE
                            ? explainPrepared(connection, query)
                            : explain(connection, query));
    JsonNode root = new JsonMapper().readTree(String.valueOf(text)).get(0).get("Plan");
    List<JsonNode> nodes = new ArrayList<>();
    collect(root, nodes);
    return new Plan(
        nodes.stream().filter(node -> is(node, "Seq Scan")).map(Plan::relation).toList(),
        nodes.stream()
            .filter(node -> node.has("Index Name"))
            .map(node -> node.get("Index Name").asString())
            .distinct()
            .toList(),
        nodes.stream().filter(node -> node.has("Relation Name")).mapToLong(Plan::visited).sum(),
        nodes.stream()
            .filter(node -> is(node, "Sort"))
            .mapToLong(node -> rows(node.get("Plans").get(0)))
            .sum(),
        root.get("Shared Hit Blocks").asLong() + root.get("Shared Read Blocks").asLong());
  }

  private static String explain(Connection connection, Query query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(EXPLAIN + query.sql())) {
      for (int i = 0; i < query.parameters().size(); i++) {
        statement.setObject(i + 1, query.parameters().get(i));
      }
      return first(statement.executeQuery());
    }
  }

  private static String explainPrepared(Connection connection, Query query) throws SQLException {
    StringBuilder sql = new StringBuilder();
    List<String> types = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (char c : query.sql().toCharArray()) {
      if (c == '?') {
        Object value = query.parameters().get(values.size());
        types.add(type(value));
        values.add(literal(value));
        sql.append('$').append(values.size());
      } else {
        sql.append(c);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = force_generic_plan");
      statement.execute("PREPARE one (" + String.join(", ", types) + ") AS " + sql);
      try {
        String execute = "EXECUTE one (" + String.join(", ", values) + ")";
        return first(statement.executeQuery(EXPLAIN + execute));
      } finally {
        statement.execute("DEALLOCATE one");
        statement.execute("RESET plan_cache_mode");
      }
    }
  }

  private static String first(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getString(1);
  }

  private static String type(Object value) {
    if (value instanceof String[]) {
      return "text[]";
    }
    if (value instanceof String) {
      return "text";
    }
    return value instanceof OffsetDateTime ? "timestamptz" : "bigint";
  }

  private static String literal(Object value) {
    if (value instanceof String[] texts) {
      return "'{" + String.join(",", texts) + "}'";
    }
    return value instanceof Number ? value.toString() : "'" + value + "'";
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    into.add(node);
    if (node.has("Plans")) {
      node.get("Plans").forEach(child -> collect(child, into));
    }
  }

  private static boolean is(JsonNode node, String type) {
    return node.get("Node Type").asString().endsWith(type);
  }

  private static String relation(JsonNode node) {
    return node.get("Relation Name").asString();
  }

  private static long visited(JsonNode node) {
    return rows(node)
        + loops(node, "Rows Removed by Filter")
        + loops(node, "Rows Removed by Index Recheck");
  }

  private static long rows(JsonNode node) {
    return loops(node, "Actual Rows");
  }

  private static long loops(JsonNode node, String count) {
    return node.has(count)
        ? Math.round(node.get(count).asDouble() * node.get("Actual Loops").asDouble())
        : 0;
  }
}

package dev.steadfast.reference.page;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
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

  static Plan of(DataSource database, Query query) {
    String text =
        new JdbcTemplate(database)
            .queryForObject(
                "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + query.sql(),
                String.class,
                query.parameters().toArray());
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

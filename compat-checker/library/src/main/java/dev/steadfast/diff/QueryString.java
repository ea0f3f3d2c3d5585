package dev.steadfast.diff;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters taken as the one form that they are written as, to be compared with a query
 * string that is declared so (OAS 3.2 §4.12.2, {@code in: querystring}).
 */
final class QueryString {

  private static final String KEY = "querystring";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<String> SPELLING = List.of("style", "explode");

  private QueryString() {}

  /** Puts the form in the place of the query parameters where only the other side has one. */
  static void align(Map<String, Parameter> before, Map<String, Parameter> after) {
    join(before, after.get(KEY));
    join(after, before.get(KEY));
  }

  private static void join(Map<String, Parameter> parameters, @Nullable Parameter other) {
    List<Parameter> fields =
        parameters.values().stream().filter(one -> one.in().equals("query")).toList();
    MediaType content = other == null ? null : other.content();
    if (other != null
        && content != null
        && content.range().form()
        && !content.range().multipart()
        && !parameters.containsKey(KEY)
        && !fields.isEmpty()
        && fields.stream().allMatch(QueryString::isField)) {
      parameters.values().removeAll(fields);
      parameters.put(KEY, whole(other.name(), fields));
    }
  }

  /* What stands in the query under its own name, written as a form writes it. */
  private static boolean isField(Parameter parameter) {
    boolean spread =
        parameter.content() == null
            && Kind.of(parameter.schema()).contains(Kind.OBJECT)
            && !parameter.wire().form(Kind.OBJECT).startsWith("n");
    return !spread && !parameter.allowEmptyValue() && !parameter.allowReserved();
  }

  private static Parameter whole(String name, List<Parameter> fields) {
    Node first = fields.get(0).at();
    Map<String, Node> properties = new LinkedHashMap<>();
    Map<String, Node> encoding = new LinkedHashMap<>();
    List<Node> required = new ArrayList<>();
    for (Parameter field : fields) {
      properties.put(field.name(), property(field));
      Node written = field.at().get("name");
      if (field.required() && written != null) {
        required.add(written);
      }
      Map<String, Node> spelling = encoding(field);
      if (!spelling.isEmpty()) {
        encoding.put(field.name(), ObjectNode.insteadOf(field.at(), spelling));
      }
    }
    Map<String, Node> schema = new LinkedHashMap<>();
    schema.put("type", StringNode.insteadOf(first, "object"));
    schema.put("properties", ObjectNode.insteadOf(first, properties));
    schema.put("required", ArrayNode.of(required));
    Map<String, Node> media = new LinkedHashMap<>();
    media.put("schema", ObjectNode.insteadOf(first, schema));
    media.put("encoding", ObjectNode.insteadOf(first, encoding));
    Map<String, Node> at = new LinkedHashMap<>();
    at.put("required", BooleanNode.of(!required.isEmpty()));
    at.put(
        "content", ObjectNode.insteadOf(first, Map.of(FORM, ObjectNode.insteadOf(first, media))));
    return Parameter.queryString(ObjectNode.insteadOf(first, at), name, fields);
  }

  private static Node property(Parameter field) {
    Node schema = field.schema();
    if (schema != null && !field.deprecated()) {
      return schema;
    }
    Map<String, Node> members = new LinkedHashMap<>();
    if (schema != null) {
      members.put("allOf", ArrayNode.of(List.of(schema)));
    }
    members.put("deprecated", BooleanNode.of(field.deprecated()));
    return ObjectNode.insteadOf(field.at(), members);
  }

  private static Map<String, Node> encoding(Parameter field) {
    Map<String, Node> written = new LinkedHashMap<>();
    MediaType content = field.content();
    if (content != null) {
      written.put("contentType", StringNode.of(content.name()));
      return written;
    }
    for (String key : SPELLING) {
      Node value = field.at().get(key);
      if (value != null) {
        written.put(key, value);
      }
    }
    return written;
  }
}

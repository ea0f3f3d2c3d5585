package dev.steadfast.confirm;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * {@code enum} and {@code const}: the values are compared as trees. networknt's own validators
 * print them first, which starts a JSON mapper that nothing else here needs.
 */
enum Listed implements Keyword {
  ENUM("enum"),
  CONST("const");

  private final String keyword;

  Listed(String keyword) {
    this.keyword = keyword;
  }

  @Override
  public String getValue() {
    return keyword;
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
    Set<JsonNode> values = new HashSet<>();
    if (this == ENUM && node.isArray()) {
      node.forEach(values::add);
    } else {
      values.add(node);
    }
    return new Validator(this, node, location, parent, context, values);
  }

  private static final class Validator extends BaseKeywordValidator {

    private final Set<JsonNode> values;

    Validator(
        Keyword keyword,
        JsonNode node,
        SchemaLocation location,
        Schema parent,
        SchemaContext context,
        Set<JsonNode> values) {
      super(keyword, node, location, parent, context);
      this.values = values;
    }

    @Override
    public void validate(
        ExecutionContext execution, JsonNode value, JsonNode root, NodePath place) {
      if (!values.contains(value)) {
        execution.addError(error().instanceNode(value).instanceLocation(place).build());
      }
    }
  }
}

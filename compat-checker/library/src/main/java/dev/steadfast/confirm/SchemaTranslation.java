package dev.steadfast.confirm;

import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.confirm.PlainSchemas.Names;
import dev.steadfast.confirm.PlainSchemas.Use;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One schema and what is written inside it, in one dialect and for one use. */
final class SchemaTranslation {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, String> ENCODED =
      Map.of("base64", "byte", "base64url", "base64url");

  private final PlainSchemas schemas;
  private final Dialect dialect;
  private final Use use;
  private final @Nullable HiddenProperties hiding;

  SchemaTranslation(PlainSchemas schemas, Dialect dialect, Use use) {
    this.schemas = schemas;
    this.dialect = dialect;
    this.use = use;
    this.hiding = schemas.hiding(use.role());
  }

  JsonNode schema(Node schema) {
    if (!(schema instanceof ObjectNode object)) {
      boolean all = !(schema instanceof BooleanNode flag) || flag.value();
      return dialect == Dialect.DRAFT_04 ? booleanForDraft04(all) : NODES.booleanNode(all);
    }
    if (object.has("$ref") && Keywords.refHidesSiblings(dialect)) {
      return reference(object);
    }
    return object(object);
  }

  /** With no name that is not declared, by whichever of the schemas that apply in place. */
  JsonNode closed(Node schema) {
    if (dialect != Dialect.OPENAPI_3_0 && dialect != Dialect.DRAFT_2020_12) {
      throw new CannotSayException("in this dialect undeclared names cannot be told");
    }
    Use below = new Use(use.role(), Names.DECLARED_BELOW, use.hidden());
    JsonNode open = new SchemaTranslation(schemas, dialect, below).inline(schema, use.hidden());
    return NODES
        .objectNode()
        .put("unevaluatedProperties", false)
        .set("allOf", NODES.arrayNode().add(open));
  }

  private JsonNode booleanForDraft04(boolean all) {
    tools.jackson.databind.node.ObjectNode plain = NODES.objectNode();
    if (!all) {
      plain.set("not", NODES.objectNode());
    }
    return plain;
  }

  /* A schema met twice is translated once in place, and once as a resource of its own. */
  private JsonNode inline(Node schema, Set<String> hidden) {
    Use inner = use.with(hidden);
    if (!(schema instanceof ObjectNode object)) {
      return schema(schema);
    }
    if (!schemas.begin(object, inner)) {
      return to(object, inner);
    }
    if (!object.has("$schema")) {
      return new SchemaTranslation(schemas, dialect, inner).schema(object);
    }
    Dialect own = schemas.document().dialect(object);
    JsonNode plain = new SchemaTranslation(schemas, own, inner).schema(object);
    if (plain instanceof tools.jackson.databind.node.ObjectNode copy) {
      copy.put("$schema", Networknt.dialectId(own));
    }
    return plain;
  }

  private JsonNode reference(ObjectNode object) {
    return to(target(object), use);
  }

  private JsonNode to(Node schema, Use inner) {
    return NODES.objectNode().put("$ref", schemas.iri(schema, inner));
  }

  private Node target(ObjectNode object) {
    Node target = object.target();
    if (target == null) {
      throw new CannotSayException("the reference " + object.get("$ref") + " leads nowhere");
    }
    return target;
  }

  private JsonNode object(ObjectNode object) {
    Set<String> hidden = hidden(object);
    tools.jackson.databind.node.ObjectNode plain = NODES.objectNode();
    for (int i = 0; i < object.size(); i++) {
      String keyword = object.key(i);
      Keywords.Kind kind = Keywords.kind(keyword, dialect);
      if (kind != null) {
        keyword(plain, object, keyword, kind, object.value(i), hidden);
      }
    }
    if (dialect == Dialect.OPENAPI_3_0) {
      OpenApi30.fold(object, plain);
    }
    if (use.role() != Role.PLAIN) {
      encoded(object, plain);
    }
    if (object.has("discriminator") && use.role() != Role.PLAIN) {
      choose(plain, object, "oneOf", hidden);
      choose(plain, object, "anyOf", hidden);
    }
    if (!hidden.isEmpty()) {
      hide(plain, hidden);
    }
    return plain;
  }

  /* OAS 3.1.1 §4.1.2.3: contentEncoding is what was the format byte. */
  private void encoded(ObjectNode object, tools.jackson.databind.node.ObjectNode plain) {
    String format =
        Keywords.kind("contentEncoding", dialect) != null
                && object.get("contentEncoding") instanceof StringNode encoding
            ? ENCODED.get(encoding.value().toLowerCase(Locale.ROOT))
            : null;
    plain.remove("contentEncoding");
    if (format != null && !plain.has("format")) {
      plain.put("format", format);
    }
  }

  private Set<String> hidden(ObjectNode object) {
    if (hiding == null) {
      return Set.of();
    }
    Set<String> own = hiding.of(object);
    if (own.isEmpty()) {
      return use.hidden();
    }
    own.addAll(use.hidden());
    return own;
  }

  private void keyword(
      tools.jackson.databind.node.ObjectNode plain,
      ObjectNode object,
      String keyword,
      Keywords.Kind kind,
      Node value,
      Set<String> hidden) {
    switch (kind) {
      case REFERENCE -> plain.set("$ref", to(target(object), use.with(hidden)).get("$ref"));
      case HERE -> plain.set(keyword, inline(value, hidden));
      case HERE_LIST -> plain.set(keyword, list(value, hidden));
      case BELOW -> plain.set(keyword, below(value));
      case BELOW_LIST -> plain.set(keyword, belowList(value));
      case ITEMS ->
          plain.set(keyword, value instanceof ArrayNode ? belowList(value) : below(value));
      case PROPERTIES -> plain.set(keyword, properties(value));
      case NAMES -> plain.set(keyword, names(value, hidden));
      case DEPENDENT -> plain.set(keyword, dependent(value, hidden));
      case BOUND ->
          plain.set(
              keyword,
              value instanceof NumberNode number ? Values.bound(number.value()) : Values.of(value));
      case VALUE -> plain.set(keyword, Values.of(value));
    }
  }

  private JsonNode below(Node schema) {
    if (hiding != null && hiding.hides(schema)) {
      return inSentMessage() ? schema(BooleanNode.of(false)) : schema(BooleanNode.of(true));
    }
    return use.names() == Names.OPEN
        ? inline(schema, Set.of())
        : new SchemaTranslation(schemas, dialect, use.with(Set.of())).closed(schema);
  }

  private boolean inSentMessage() {
    return use.role() == Role.SENT_REQUEST || use.role() == Role.SENT_RESPONSE;
  }

  private JsonNode list(Node value, Set<String> hidden) {
    tools.jackson.databind.node.ArrayNode plain = NODES.arrayNode();
    if (value instanceof ArrayNode list) {
      for (Node schema : list) {
        plain.add(inline(schema, hidden));
      }
    }
    return plain;
  }

  private JsonNode belowList(Node value) {
    tools.jackson.databind.node.ArrayNode plain = NODES.arrayNode();
    if (value instanceof ArrayNode list) {
      for (Node schema : list) {
        plain.add(below(schema));
      }
    }
    return plain;
  }

  private JsonNode properties(Node value) {
    tools.jackson.databind.node.ObjectNode plain = NODES.objectNode();
    if (value instanceof ObjectNode declared) {
      for (int i = 0; i < declared.size(); i++) {
        plain.set(declared.key(i), below(declared.value(i)));
      }
    }
    return plain;
  }

  private JsonNode dependent(Node value, Set<String> hidden) {
    tools.jackson.databind.node.ObjectNode plain = NODES.objectNode();
    if (value instanceof ObjectNode members) {
      for (int i = 0; i < members.size(); i++) {
        Node member = members.value(i);
        plain.set(
            members.key(i),
            member instanceof ArrayNode ? names(member, hidden) : inline(member, hidden));
      }
    }
    return plain;
  }

  private JsonNode names(Node value, Set<String> hidden) {
    tools.jackson.databind.node.ArrayNode plain = NODES.arrayNode();
    if (value instanceof ArrayNode names) {
      for (Node name : names) {
        if (!(name instanceof StringNode string && hidden.contains(string.value()))) {
          plain.add(Values.of(name));
        }
      }
    }
    return plain;
  }

  /** Hidden properties never occur in what is sent, and are anything in what is received. */
  private void hide(tools.jackson.databind.node.ObjectNode plain, Set<String> hidden) {
    JsonNode declared = plain.get("properties");
    tools.jackson.databind.node.ObjectNode properties =
        declared instanceof tools.jackson.databind.node.ObjectNode known
            ? known
            : NODES.objectNode();
    for (String name : new TreeSet<>(hidden)) {
      properties.set(name, schema(BooleanNode.of(!inSentMessage())));
    }
    plain.set("properties", properties);
  }

  /** OAS 3.x, Discriminator Object: the property's value says which branch applies. */
  private void choose(
      tools.jackson.databind.node.ObjectNode plain,
      ObjectNode schema,
      String keyword,
      Set<String> hidden) {
    if (!(schema.get(keyword) instanceof ArrayNode alternatives)) {
      return;
    }
    Discriminator discriminator =
        Discriminator.read(schemas.document(), schema, alternatives).orElse(null);
    if (discriminator == null) {
      return;
    }
    tools.jackson.databind.node.ArrayNode ways = NODES.arrayNode();
    for (Discriminator.Branch branch : discriminator.branches()) {
      JsonNode way = inline(branch.schema(), hidden);
      boolean chosen = !branch.keys().isEmpty();
      ways.add(chosen ? both(discriminator.choosing(branch.keys()), way) : way);
    }
    Node fallback = discriminator.fallback();
    if (fallback != null) {
      ways.add(both(discriminator.choosingNone(), to(fallback, use.with(hidden))));
    }
    plain.set(keyword, ways);
  }

  private JsonNode both(JsonNode one, JsonNode other) {
    return NODES.objectNode().set("allOf", NODES.arrayNode().add(one).add(other));
  }
}

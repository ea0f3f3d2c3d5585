package dev.steadfast.proof.contract;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Values that a schema allows, at random, and values just beside them. */
final class Values {

  private static final BigDecimal FAR = BigDecimal.valueOf(1_000_000);
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  /* Any three capitals are a currency to the schema, few are one to the server. */
  private static final Map<String, List<String>> LIKELY =
      Map.of(
          "currency", List.of("EUR", "USD", "JPY", "KWD"),
          "defaultCurrency", List.of("EUR", "GBP"),
          "country", List.of("DE", "FR"),
          "paymentMethod", List.of("pm_card_visa", "pm_card_visa", "pm_card_declined"));

  private final Random random;
  private final Pool pool;
  private final Texts texts;

  Values(Random random, Pool pool) {
    this.random = random;
    this.pool = pool;
    this.texts = new Texts(random);
  }

  /**
   * One that the schema allows.
   *
   * @param name of the property or parameter; ids and cursors are mostly ones that exist
   */
  Node allowed(Node schema, String name) {
    ObjectNode object = Nodes.object(schema).orElseThrow();
    if (object.get("enum") instanceof ArrayNode list) {
      return list.get(random.nextInt(list.size()));
    }
    return switch (type(object)) {
      case "object" -> members(object);
      case "array" -> items(object, name);
      case "integer", "number" -> NumberNode.of(number(object));
      case "boolean" -> BooleanNode.of(random.nextBoolean());
      case "null" -> nothing();
      default -> StringNode.of(text(object, name));
    };
  }

  /** One that the schema most likely refuses. */
  Node refused(Node schema) {
    ObjectNode object = Nodes.object(schema).orElseThrow();
    if (random.nextInt(3) == 0) {
      return odd();
    }
    return switch (type(object)) {
      case "object" -> spoiledMembers(object);
      case "integer", "number" -> NumberNode.of(beside(object));
      case "string" ->
          object.has("enum")
              ? StringNode.of(((StringNode) allowed(object, "")).value() + 's')
              : StringNode.of(texts.outside(object));
      default -> odd();
    };
  }

  /* Of the wrong type, mostly. */
  private Node odd() {
    List<Node> odd =
        List.of(
            nothing(),
            BooleanNode.of(true),
            NumberNode.of(new BigDecimal("-1")),
            NumberNode.of(new BigDecimal("1e30")),
            NumberNode.of(new BigDecimal("0.1")),
            StringNode.of(""),
            StringNode.of("1"),
            ArrayNode.of(List.of()),
            ArrayNode.of(List.of(StringNode.of("x"))),
            ObjectNode.of(Map.of()),
            ObjectNode.of(Map.of("x", ObjectNode.of(Map.of()))));
    return odd.get(random.nextInt(odd.size()));
  }

  private static Node nothing() {
    return Nodes.json("null").orElseThrow();
  }

  private String type(ObjectNode schema) {
    if (schema.get("type") instanceof ArrayNode types) {
      return ((StringNode) types.get(random.nextInt(types.size()))).value();
    }
    return Nodes.text(schema, "type");
  }

  private String text(ObjectNode schema, String name) {
    if (random.nextInt(10) > 0) {
      Optional<String> known = pool.any(name, random);
      if (known.isPresent()) {
        return known.get();
      }
      List<String> likely = LIKELY.get(name);
      if (likely != null) {
        return likely.get(random.nextInt(likely.size()));
      }
    }
    return switch (Nodes.text(schema, "format")) {
      case "date-time" -> EPOCH.plusSeconds(random.nextInt(60_000_000)).toString();
      case "email" -> "m" + Long.toUnsignedString(random.nextLong()) + "@example.com";
      default -> texts.inside(schema);
    };
  }

  private BigDecimal number(ObjectNode schema) {
    BigDecimal least = Nodes.number(schema, "minimum").orElse(BigDecimal.ZERO);
    BigDecimal most = Nodes.number(schema, "maximum").orElse(least.add(FAR));
    int kind = random.nextInt(10);
    BigDecimal step = step(schema);
    if (kind == 0) {
      return Nodes.number(schema, "exclusiveMinimum").isPresent() ? least.add(step) : least;
    }
    if (kind == 1) {
      return most;
    }
    BigDecimal high = kind < 9 ? most.min(least.add(FAR)) : most;
    long steps = high.subtract(least).divideToIntegralValue(step).longValue();
    return least
        .add(step.multiply(BigDecimal.valueOf(1 + (long) (random.nextDouble() * steps))))
        .min(most);
  }

  private BigDecimal step(ObjectNode schema) {
    boolean integer = Nodes.text(schema, "type").equals("integer");
    return Nodes.number(schema, "multipleOf")
        .orElse(integer ? BigDecimal.ONE : new BigDecimal(random.nextBoolean() ? "1" : "0.01"));
  }

  private BigDecimal beside(ObjectNode schema) {
    BigDecimal least = Nodes.number(schema, "minimum").orElse(BigDecimal.ZERO);
    BigDecimal most = Nodes.number(schema, "maximum").orElse(least.add(FAR));
    return switch (random.nextInt(4)) {
      case 0 -> least.subtract(BigDecimal.ONE);
      case 1 -> most.add(BigDecimal.ONE);
      case 2 -> least.add(new BigDecimal("0.5"));
      default -> most.multiply(FAR).multiply(FAR);
    };
  }

  private ArrayNode items(ObjectNode schema, String name) {
    int least = Nodes.number(schema, "minItems").map(Number::intValue).orElse(0);
    int most = Nodes.number(schema, "maxItems").map(Number::intValue).orElse(least + 3);
    Node items = schema.get("items");
    List<Node> values = new ArrayList<>();
    int wanted = least + random.nextInt(Math.min(most - least, 3) + 1);
    for (int i = 0; items != null && i < 4 * wanted && values.size() < wanted; i++) {
      Node value = allowed(items, name);
      if (!values.contains(value)) {
        values.add(value);
      }
    }
    return ArrayNode.of(values);
  }

  private ObjectNode members(ObjectNode schema) {
    Map<String, Node> members = new LinkedHashMap<>();
    Optional<ObjectNode> declared = Nodes.object(schema.get("properties"));
    for (String name : declared.map(ObjectNode::keys).orElse(List.of())) {
      if (isRequired(schema, name) || random.nextInt(3) == 0) {
        members.put(name, allowed(declared.orElseThrow().value(index(declared.get(), name)), name));
      }
    }
    labels(schema, members);
    return ObjectNode.of(members);
  }

  /* A map such as metadata. */
  private void labels(ObjectNode schema, Map<String, Node> members) {
    Optional<ObjectNode> values = Nodes.object(schema.get("additionalProperties"));
    if (values.isPresent()) {
      int most = Nodes.number(schema, "maxProperties").map(Number::intValue).orElse(3);
      int wanted = random.nextInt(10) == 0 ? most : random.nextInt(4);
      Optional<ObjectNode> names = Nodes.object(schema.get("propertyNames"));
      for (int i = 0; i < 3 * wanted && members.size() < wanted; i++) {
        String name = names.isPresent() ? texts.inside(names.get()) + i : "label" + i;
        members.put(shortened(name), allowed(values.get(), ""));
      }
    }
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(name.length() - 40) : name;
  }

  private ObjectNode spoiledMembers(ObjectNode schema) {
    Map<String, Node> members = new LinkedHashMap<>(members(schema).toMap());
    List<String> names = new ArrayList<>(members.keySet());
    Optional<ObjectNode> declared = Nodes.object(schema.get("properties"));
    switch (names.isEmpty() ? 0 : random.nextInt(3)) {
      case 0 -> members.put("undeclared", odd());
      case 1 -> members.remove(names.get(random.nextInt(names.size())));
      default -> {
        String name = names.get(random.nextInt(names.size()));
        boolean known = declared.isPresent() && declared.get().has(name);
        members.put(
            name, known ? refused(declared.get().value(index(declared.get(), name))) : odd());
      }
    }
    return ObjectNode.of(members);
  }

  private static int index(ObjectNode object, String name) {
    return object.keys().indexOf(name);
  }

  private static boolean isRequired(ObjectNode schema, String name) {
    return schema.get("required") instanceof ArrayNode list
        && java.util.stream.StreamSupport.stream(list.spliterator(), false)
            .anyMatch(one -> one instanceof StringNode text && text.value().equals(name));
  }
}

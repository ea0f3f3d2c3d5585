package dev.steadfast.schema;

import dev.steadfast.domain.Tri;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether a schema allows one given value: what its keywords say, taken one by one. */
final class Evaluator {

  private final Schemas schemas;
  private final Shaper shaper;
  private final EvaluatedMembers evaluated;
  private final Map<Schema, Map<String, Tri>> strings = new HashMap<>();
  private final Map<Schema, Set<String>> hidden = new HashMap<>();
  private final Map<Node, Map<Schema, Tri>> known = new IdentityHashMap<>();
  private final Deque<Frame> path = new ArrayDeque<>();

  private record Frame(Schema schema, Node value) {}

  Evaluator(Schemas schemas, Shaper shaper) {
    this.schemas = schemas;
    this.shaper = shaper;
    this.evaluated = new EvaluatedMembers(schemas, shaper, this);
  }

  Tri accepts(Schema schema, Node value) {
    if (schema == Schemas.ANY) {
      return Tri.YES;
    } else if (schema == Schemas.NONE) {
      return Tri.NO;
    } else if (schema instanceof Schema.Located located) {
      return located(located, value);
    } else if (schema instanceof Schema.And and) {
      return all(and.parts, part -> accepts(part, value));
    } else if (schema instanceof Schema.Or or) {
      return all(or.parts, part -> accepts(part, value).not()).not();
    } else if (schema instanceof Schema.Not not) {
      return accepts(not.inner, value).not();
    } else if (schema instanceof Schema.Const constant) {
      return Tri.of(constant.value.equals(value));
    } else if (schema instanceof Schema.Having having) {
      return Tri.of(!(value instanceof ObjectNode object) || object.has(having.property));
    } else if (schema instanceof Schema.Objects) {
      return Tri.of(value instanceof ObjectNode);
    }
    Schema.Keyed keyed = (Schema.Keyed) schema;
    return Tri.of(
        !(value instanceof ObjectNode object)
            || (object.get(keyed.property) instanceof StringNode key
                && keyed.keys.contains(key.value())));
  }

  /* What a schema says of an inner value does not depend on where the value is met. */
  private Tri located(Schema.Located at, Node value) {
    boolean inner = path.isEmpty() || path.peek().value != value;
    if (!inner || !(value instanceof ObjectNode || value instanceof ArrayNode)) {
      return inPlace(at, value);
    }
    Map<Schema, Tri> verdicts = known.computeIfAbsent(value, key -> new HashMap<>());
    Tri verdict = verdicts.get(at);
    if (verdict == null) {
      verdict = inPlace(at, value);
      verdicts.put(at, verdict);
    }
    return verdict;
  }

  /* A schema met again at the same value, in place, says nothing more. */
  private Tri inPlace(Schema.Located at, Node value) {
    for (Frame frame : path) {
      if (frame.value != value) {
        break;
      }
      if (frame.schema == at) {
        return Tri.YES;
      }
    }
    path.push(new Frame(at, value));
    try {
      return keywords(at, value);
    } finally {
      path.pop();
    }
  }

  /* Where values travel as texts, a number is the string of its digits too. */
  private Tri keywords(Schema.Located at, Node value) {
    Tri plain = reading(at, value);
    boolean isText =
        at.view.text() && (value instanceof NumberNode || value instanceof BooleanNode);
    return isText ? plain.or(reading(at, StringNode.of(value.toString()))) : plain;
  }

  private Tri reading(Schema.Located at, Node value) {
    ObjectNode node = at.keywords;
    Node target = at.node.target();
    if (target != null && Keywords.refHidesSiblings(at.dialect)) {
      return accepts(schemas.within(at, target), value);
    }
    Tri result = assertions(at, value);
    if (target != null && at.dependsOnPath()) {
      result = result.and(Tri.UNKNOWN);
    } else if (target != null) {
      result = result.and(() -> accepts(schemas.inPlace(at, target), value));
    }
    if (node.has("allOf")) {
      List<Node> parts = Keywords.items(node.get("allOf"));
      result = result.and(() -> all(parts, part -> accepts(schemas.inPlace(at, part), value)));
    }
    if (node.has("anyOf")) {
      List<Schema> branches = shaper.branches(at, "anyOf");
      result = result.and(() -> some(branches, value));
    }
    if (node.has("oneOf")) {
      List<Schema> branches = shaper.branches(at, "oneOf");
      result =
          result.and(() -> at.view.ofText() ? some(branches, value) : exactlyOne(branches, value));
    }
    Node not = node.get("not");
    if (not != null) {
      result = result.and(() -> accepts(schemas.inPlace(at, not), value).not());
    }
    if (node.has("if")) {
      result = result.and(() -> conditional(at, value));
    }
    if (value instanceof ObjectNode object) {
      result = result.and(() -> members(at, object));
    } else if (value instanceof ArrayNode array) {
      result = result.and(() -> items(at, array));
    }
    return result;
  }

  /* The keywords that look at the value alone are the leaves of the shape. */
  private Tri assertions(Schema.Located at, Node value) {
    Node values = at.keywords.get("enum");
    if (values instanceof ArrayNode array && !Keywords.items(array).contains(value)) {
      return Tri.NO;
    }
    Node constant = at.keywords.get("const");
    if (constant != null && !constant.equals(value)) {
      return Tri.NO;
    }
    Shape own = shaper.leaf(at);
    if (value instanceof NullNode) {
      return Tri.of(own.nul());
    } else if (value instanceof NumberNode number) {
      return Tri.of(own.numbers().contains(number.value()));
    } else if (value instanceof StringNode string) {
      return strings
          .computeIfAbsent(at, key -> new HashMap<>())
          .computeIfAbsent(string.value(), text -> own.strings().contains(text));
    } else if (value instanceof ArrayNode) {
      return Tri.of(!own.arrays().isEmpty() || isArray(at));
    } else if (value instanceof ObjectNode) {
      return Tri.of(!own.objects().isEmpty());
    }
    return Tri.of(own.yes());
  }

  private static boolean isArray(Schema.Located at) {
    return !at.keywords.has("type") || Keywords.names(at.keywords.get("type")).contains("array");
  }

  private Tri some(List<Schema> branches, Node value) {
    return all(branches, branch -> accepts(branch, value).not()).not();
  }

  private Tri exactlyOne(List<Schema> branches, Node value) {
    int yes = 0;
    int unknown = 0;
    for (Schema branch : branches) {
      Tri result = accepts(branch, value);
      yes += result == Tri.YES ? 1 : 0;
      unknown += result == Tri.UNKNOWN ? 1 : 0;
    }
    if (yes > 1 || (yes == 0 && unknown == 0)) {
      return Tri.NO;
    }
    return unknown == 0 ? Tri.YES : Tri.UNKNOWN;
  }

  private Tri conditional(Schema.Located at, Node value) {
    Node then = at.keywords.get("then");
    Node otherwise = at.keywords.get("else");
    Node condition = Objects.requireNonNull(at.keywords.get("if"));
    return switch (accepts(schemas.inPlace(at, condition), value)) {
      case YES -> then == null ? Tri.YES : accepts(schemas.inPlace(at, then), value);
      case NO -> otherwise == null ? Tri.YES : accepts(schemas.inPlace(at, otherwise), value);
      default -> then == null && otherwise == null ? Tri.YES : Tri.UNKNOWN;
    };
  }

  private Tri members(Schema.Located at, ObjectNode value) {
    ObjectNode node = at.keywords;
    Set<String> required = Keywords.names(node.get("required"));
    if (!required.isEmpty() && !at.view.untravelled().isEmpty()) {
      required.removeAll(hidden(value));
    }
    if (!value.keys().containsAll(required)
        || value.size() < Keywords.count(node, "minProperties", 0)
        || value.size() > Keywords.count(node, "maxProperties", Integer.MAX_VALUE)) {
      return Tri.NO;
    }
    ObjectPart.Layer layer = shaper.objects().layer(at);
    ObjectPart part = ObjectPart.ALL.with(layer);
    Tri result = all(value.keys(), name -> member(part, name, value.get(name)));
    Node names = node.get("propertyNames");
    if (names != null) {
      Schema allowed = schemas.within(at, names);
      result = result.and(() -> all(value.keys(), name -> accepts(allowed, StringNode.of(name))));
    }
    for (var dependent : shaper.objects().dependents(at).entrySet()) {
      if (value.has(dependent.getKey())) {
        result = result.and(() -> accepts(dependent.getValue(), value));
      }
    }
    if (shaper.unevaluated().members(at) != Schemas.ANY) {
      result = result.and(() -> evaluated.rest(at, value));
    }
    return result;
  }

  /* What any schema hides that applies to this value in place. */
  private Set<String> hidden(Node value) {
    Schema outermost = null;
    for (Frame frame : path) {
      if (frame.value != value) {
        break;
      }
      outermost = frame.schema;
    }
    return outermost == null
        ? Set.of()
        : hidden.computeIfAbsent(
            outermost, key -> shaper.objects().hiddenInPlace(key, new HashSet<>()));
  }

  private Tri member(ObjectPart part, String name, @Nullable Node value) {
    for (ObjectPart.Pattern pattern : part.layers().get(0).patterns()) {
      if (pattern.names().contains(name) == Tri.UNKNOWN) {
        return Tri.UNKNOWN;
      }
    }
    return value == null ? Tri.YES : accepts(part.value(schemas, name), value);
  }

  private Tri items(Schema.Located at, ArrayNode value) {
    if (value.size() < Keywords.count(at.keywords, "minItems", 0)
        || value.size() > Keywords.count(at.keywords, "maxItems", Integer.MAX_VALUE)
        || (Keywords.flag(at.keywords, "uniqueItems") && repeats(value))) {
      return Tri.NO;
    }
    List<ArrayPart> parts = shaper.arrays().own(at);
    Tri result = Tri.of(!parts.isEmpty()); // none: what is asked of the items contradicts itself
    for (ArrayPart part : parts) {
      for (int i = 0; i < value.size(); i++) {
        int index = i;
        result = result.and(() -> accepts(part.item(index), value.get(index)));
      }
      for (ArrayPart.Contains contains : part.contains()) {
        result = result.and(() -> counts(contains, value));
      }
    }
    if (shaper.unevaluated().items(at) != Schemas.ANY) {
      result = result.and(() -> evaluated.rest(at, value));
    }
    return result;
  }

  static boolean repeats(ArrayNode array) {
    return new HashSet<>(Keywords.items(array)).size() < array.size();
  }

  private Tri counts(ArrayPart.Contains contains, ArrayNode array) {
    int yes = 0;
    int unknown = 0;
    for (Node item : array) {
      Tri result = accepts(contains.items(), item);
      yes += result == Tri.YES ? 1 : 0;
      unknown += result == Tri.UNKNOWN ? 1 : 0;
    }
    if (yes + unknown < contains.min() || yes > contains.max()) {
      return Tri.NO;
    }
    return yes >= contains.min() && yes + unknown <= contains.max() ? Tri.YES : Tri.UNKNOWN;
  }

  private static <T> Tri all(Iterable<T> parts, Function<T, Tri> test) {
    Tri result = Tri.YES;
    for (T part : parts) {
      result = result.and(test.apply(part));
      if (result == Tri.NO) {
        return result;
      }
    }
    return result;
  }
}

package dev.steadfast.schema;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a schema as a {@link Shape}, an upper or a lower bound of it; each is computed once. */
final class Shaper {

  private final Schemas schemas;
  private final ObjectShaper objects;
  private final ArrayShaper arrays;
  private final LeafShaper leaves;
  private final ValueShaper values;
  private final NumberTexts texts = new NumberTexts();
  private final Unevaluated unevaluated;
  private final Map<Schema, List<Schema>> anyOf = new HashMap<>();
  private final Map<Schema, List<Schema>> oneOf = new HashMap<>();
  private final Set<Schema> open = new LinkedHashSet<>();

  Shaper(Schemas schemas) {
    this.schemas = schemas;
    this.objects = new ObjectShaper(schemas, this);
    this.arrays = new ArrayShaper(schemas);
    this.leaves = new LeafShaper(arrays);
    this.values = new ValueShaper(schemas);
    this.unevaluated = new Unevaluated(schemas, this);
  }

  ObjectShaper objects() {
    return objects;
  }

  ArrayShaper arrays() {
    return arrays;
  }

  /** What the keywords that look at one value alone allow; of arrays and objects, all or none. */
  Shape leaf(Schema.Located at) {
    return leaves.of(at);
  }

  Unevaluated unevaluated() {
    return unevaluated;
  }

  Shape shape(Schema schema, Bound bound) {
    Shape known = schema.shape(bound);
    if (known != null) {
      return known;
    }
    if (!open.add(schema)) {
      // A schema that is applied in place within itself says nothing more there.
      return (bound == Bound.UPPER ? Shape.ALL : Shape.NONE).inexact();
    }
    Shape shape = compute(schema, bound);
    open.remove(schema);
    schema.shape(bound, shape);
    if (shape.exact()) {
      schema.shape(bound.opposite(), shape);
    }
    return shape;
  }

  private Shape compute(Schema schema, Bound bound) {
    if (schema == Schemas.ANY) {
      return Shape.ALL;
    } else if (schema == Schemas.NONE) {
      return Shape.NONE;
    } else if (schema instanceof Schema.Located located) {
      return located(located, bound);
    } else if (schema instanceof Schema.And and) {
      Shape shape = Shape.ALL;
      for (Schema part : and.parts) {
        shape = shape.and(schemas, shape(part, bound), bound);
      }
      return shape;
    } else if (schema instanceof Schema.Or or) {
      Shape shape = Shape.NONE;
      for (Schema part : or.parts) {
        shape = shape.or(shape(part, bound));
      }
      return shape;
    } else if (schema instanceof Schema.Not not) {
      return complement(not.inner, bound);
    } else if (schema instanceof Schema.Const constant) {
      return values.of(List.of(constant.value));
    } else if (schema instanceof Schema.Having having) {
      return Shape.ALL.withObjects(List.of(ObjectPart.ALL.requiring(having.property)));
    } else if (schema instanceof Schema.Objects) {
      return Shape.of(List.of(ObjectPart.ALL));
    } else {
      return keyed((Schema.Keyed) schema);
    }
  }

  private Shape keyed(Schema.Keyed keyed) {
    List<Schema> keys = new ArrayList<>();
    keyed.keys.forEach(key -> keys.add(schemas.constant(StringNode.of(key))));
    return Shape.ALL.withObjects(
        List.of(ObjectPart.ALL.requiring(keyed.property).with(keyed.property, schemas.or(keys))));
  }

  private Shape complement(Schema inner, Bound bound) {
    Shape shape = shape(inner, bound.opposite());
    List<ArrayPart> otherArrays = List.of(ArrayPart.ALL);
    if (shape.arrays().contains(ArrayPart.ALL)) {
      otherArrays = List.of();
    } else if (!shape.arrays().isEmpty()) {
      otherArrays = List.of(ArrayPart.ALL.without(List.of(inner)));
    }
    List<ObjectPart> otherObjects = List.of(ObjectPart.ALL);
    if (shape.objects().contains(ObjectPart.ALL)) {
      otherObjects = List.of();
    } else if (!shape.objects().isEmpty()) {
      otherObjects = List.of(ObjectPart.ALL.without(List.of(inner)));
    }
    return new Shape(
        !shape.nul(),
        !shape.yes(),
        !shape.no(),
        shape.numbers().not(),
        shape.strings().not(),
        otherArrays,
        otherObjects,
        shape.exact());
  }

  private Shape located(Schema.Located at, Bound bound) {
    ObjectNode node = at.keywords;
    Node target = at.node.target();
    if (target != null && Keywords.refHidesSiblings(at.dialect)) {
      return shape(schemas.saidWithin(at, target), bound);
    }
    Shape shape = objects.named(at, leaves.of(at, objects.own(at)), bound);
    if (node.get("enum") instanceof ArrayNode listed) {
      shape = shape.and(schemas, values.of(Keywords.items(listed)), bound);
    }
    Node constant = node.get("const");
    if (constant != null) {
      shape = shape.and(schemas, values.of(List.of(constant)), bound);
    }
    if (target != null && at.dependsOnPath()) {
      shape = (bound == Bound.UPPER ? shape : Shape.NONE).inexact();
    } else if (target != null) {
      shape = also(at, target, shape, bound);
    }
    for (Node part : Keywords.items(node.get("allOf"))) {
      shape = also(at, part, shape, bound);
    }
    shape = alternatives(at, shape, bound);
    Node not = node.get("not");
    if (not != null) {
      shape = shape.and(schemas, complement(schemas.saidInPlace(at, not), bound), bound);
    }
    shape = conditional(at, shape, bound);
    shape = objects.dependent(at, shape, bound);
    shape = unevaluated.closed(at, shape, bound);
    return at.view.text() ? shape.withReadTexts(texts) : shape;
  }

  /* What a schema says and itself is what it says. */
  private Shape also(Schema.Located at, Node part, Shape before, Bound bound) {
    Schema schema = schemas.saidInPlace(at, part);
    return schema == at ? before : before.and(schemas, shape(schema, bound), bound);
  }

  /** The branches of {@code anyOf} or {@code oneOf}; empty without the keyword. */
  List<Schema> branches(Schema.Located at, String keyword) {
    if (!at.keywords.has(keyword)) {
      return List.of();
    }
    Map<Schema, List<Schema>> known = keyword.equals("anyOf") ? anyOf : oneOf;
    List<Schema> branches = known.get(at);
    if (branches == null) {
      branches = Branches.of(schemas, this, at, keyword);
      known.put(at, branches);
    }
    return branches;
  }

  private Shape alternatives(Schema.Located at, Shape before, Bound bound) {
    Shape shape = before;
    if (at.keywords.has("anyOf")) {
      shape = shape.and(schemas, shape(schemas.or(branches(at, "anyOf")), bound), bound);
    }
    if (at.keywords.has("oneOf")) {
      List<Schema> one = branches(at, "oneOf");
      // a text that is a string and a number is one text, and was one value
      Shape some = at.view.ofText() ? shape(schemas.or(one), bound) : exactlyOne(one, bound);
      shape = shape.and(schemas, some, bound);
    }
    return shape;
  }

  /* Exactly one of n: in some branch, and not in two. */
  private Shape exactlyOne(List<Schema> branches, Bound bound) {
    if (branches.size() == 1) {
      return shape(branches.get(0), bound);
    }
    Shape some = Shape.NONE;
    Shape once = Shape.NONE; // in a branch seen so far, by the opposite bound
    Shape twice = Shape.NONE;
    for (Schema branch : branches) {
      Shape mine = shape(branch, bound);
      Shape other = shape(branch, bound.opposite());
      some = some.or(mine.withArrays(List.of()).withObjects(List.of()));
      Shape leaves = other.withArrays(List.of()).withObjects(List.of());
      twice = twice.or(once.and(schemas, leaves, bound));
      once = once.or(leaves);
    }
    List<ArrayPart> arrayParts = new ArrayList<>();
    List<ObjectPart> objectParts = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      Shape mine = shape(branches.get(i), bound);
      for (ArrayPart part : mine.arrays()) {
        arrayParts.add(part.without(others(branches, i, null)));
      }
      objectParts.addAll(exclusively(branches, i, bound));
    }
    return new Shape(
        some.nul() && !twice.nul(),
        some.yes() && !twice.yes(),
        some.no() && !twice.no(),
        some.numbers().and(twice.numbers().not()),
        some.strings().and(twice.strings().not()),
        arrayParts,
        objectParts,
        some.exact() && once.exact());
  }

  /* The objects of one branch that are in no other. */
  private List<ObjectPart> exclusively(List<Schema> branches, int own, Bound bound) {
    List<ObjectPart> parts = new ArrayList<>();
    for (ObjectPart part : shape(branches.get(own), bound).objects()) {
      parts.add(part.without(others(branches, own, part)));
    }
    return parts;
  }

  /* The other branches that may share a value with the part: an object part, or an array. */
  private List<Schema> others(List<Schema> branches, int own, @Nullable ObjectPart part) {
    List<Schema> others = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      if (i != own) {
        Shape shape = shape(branches.get(i), Bound.UPPER);
        boolean meets =
            part == null
                ? !shape.arrays().isEmpty()
                : shape.objects().stream().anyMatch(o -> !part.isApartFrom(o));
        if (meets) {
          others.add(branches.get(i));
        }
      }
    }
    return others;
  }

  private Shape conditional(Schema.Located at, Shape before, Bound bound) {
    Node condition = at.keywords.get("if");
    if (condition == null || (!at.keywords.has("then") && !at.keywords.has("else"))) {
      return before;
    }
    Schema when = schemas.saidInPlace(at, condition);
    Node then = at.keywords.get("then");
    Node otherwise = at.keywords.get("else");
    Shape yes = shape(when, bound);
    if (then != null) {
      yes = yes.and(schemas, shape(schemas.saidInPlace(at, then), bound), bound);
    }
    Shape no = complement(when, bound);
    if (otherwise != null) {
      no = no.and(schemas, shape(schemas.saidInPlace(at, otherwise), bound), bound);
    }
    return before.and(schemas, yes.or(no), bound);
  }
}

package dev.steadfast.schema;

import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * unevaluatedProperties and unevaluatedItems (JSON Schema 2020-12 Core §11). What they say depends
 * on which of the schemas applied in place hold, so arrays and objects are divided by that.
 */
final class Unevaluated {

  /* Into more parts they are not divided: then the lower bound counts nothing more as evaluated,
  the upper bound everything. */
  private static final int PARTS = 128;

  private final Schemas schemas;
  private final Shaper shaper;
  private final InPlace inPlace;

  Unevaluated(Schemas schemas, Shaper shaper) {
    this.schemas = schemas;
    this.shaper = shaper;
    this.inPlace = new InPlace(schemas, shaper);
  }

  /** Arrays or objects, and what is evaluated in them. */
  private record Case(Shape shape, Evaluated evaluated) {}

  InPlace inPlace() {
    return inPlace;
  }

  /** What unevaluatedProperties wants of a member; anything without it. */
  Schema members(Schema.Located at) {
    Node rest = at.keywords.get("unevaluatedProperties");
    return rest == null ? Schemas.ANY : schemas.member(at, rest);
  }

  /** What unevaluatedItems wants of an item; anything without it. */
  Schema items(Schema.Located at) {
    Node rest = at.keywords.get("unevaluatedItems");
    return rest == null ? Schemas.ANY : schemas.within(at, rest);
  }

  /** The shape without what the two keywords refuse. */
  Shape closed(Schema.Located at, Shape before, Bound bound) {
    Schema members = members(at);
    Schema items = items(at);
    if (members == Schemas.ANY && items == Schemas.ANY) {
      return before;
    }
    Map<Schema, Evaluated> evaluated = inPlace.evaluated(at);
    Shape shape = before;
    if (members != Schemas.ANY) {
      Shape objects = Shape.NONE.withObjects(before.objects());
      List<ObjectPart> parts = new ArrayList<>();
      for (Case one : cases(objects, evaluated, Evaluated::onlyNames, bound)) {
        one.shape.objects().forEach(part -> parts.add(one.evaluated.closed(part, members)));
        shape = one.shape.exact() ? shape : shape.inexact();
      }
      parts.removeIf(ObjectPart::plainlyEmpty);
      shape = shape.withObjects(parts);
    }
    if (items != Schemas.ANY) {
      Shape arrays = Shape.NONE.withArrays(before.arrays());
      List<ArrayPart> parts = new ArrayList<>();
      for (Case one : cases(arrays, evaluated, Evaluated::onlyItems, bound)) {
        one.shape.arrays().forEach(part -> parts.add(one.evaluated.closed(schemas, part, items)));
        shape = one.shape.exact() ? shape : shape.inexact();
      }
      parts.removeIf(ArrayPart::plainlyEmpty);
      shape = shape.withArrays(parts);
    }
    return shape;
  }

  private List<Case> cases(
      Shape whole,
      Map<Schema, Evaluated> evaluated,
      UnaryOperator<Evaluated> concerned,
      Bound bound) {
    List<Case> cases = List.of(new Case(whole, Evaluated.NOTHING));
    for (Map.Entry<Schema, Evaluated> entry : evaluated.entrySet()) {
      Evaluated more = concerned.apply(entry.getValue());
      List<Case> finer = new ArrayList<>();
      cases.forEach(one -> divide(one, entry.getKey(), more, bound, finer));
      int parts = 0;
      for (Case one : finer) {
        parts += one.shape.arrays().size() + one.shape.objects().size();
      }
      if (parts > PARTS) {
        return undivided(whole, cases, bound);
      }
      cases = finer;
    }
    return evaluated.isEmpty() ? undivided(whole, cases, bound) : cases;
  }

  /* Of the upper bound everything else may be evaluated, of the lower bound nothing. */
  private static List<Case> undivided(Shape whole, List<Case> cases, Bound bound) {
    return bound == Bound.UPPER
        ? List.of(new Case(whole.inexact(), Evaluated.EVERYTHING))
        : cases.stream().map(one -> new Case(one.shape.inexact(), one.evaluated)).toList();
  }

  private void divide(Case one, Schema when, Evaluated more, Bound bound, List<Case> cases) {
    Evaluated with = one.evaluated.and(more);
    if (with.equals(one.evaluated)) {
      cases.add(one);
      return;
    }
    Shape outside = parts(one.shape, not -> excludes(not, when));
    Shape open = parts(one.shape, not -> !excludes(not, when));
    add(open.and(schemas, shaper.shape(when, bound), bound), with, cases);
    Shape others = open.and(schemas, shaper.shape(schemas.not(when), bound), bound);
    add(outside.or(others), one.evaluated, cases);
  }

  private static Shape parts(Shape shape, Predicate<List<Schema>> not) {
    return shape
        .withArrays(shape.arrays().stream().filter(part -> not.test(part.not())).toList())
        .withObjects(shape.objects().stream().filter(part -> not.test(part.not())).toList());
  }

  /* Known without a look: the branches of oneOf exclude each other. */
  private static boolean excludes(List<Schema> not, Schema when) {
    return not.contains(when)
        || (when instanceof Schema.And and && and.parts.stream().anyMatch(not::contains));
  }

  private static void add(Shape shape, Evaluated evaluated, List<Case> cases) {
    if (!shape.arrays().isEmpty() || !shape.objects().isEmpty()) {
      cases.add(new Case(shape, evaluated));
    }
  }
}

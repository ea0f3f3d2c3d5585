package dev.steadfast.diff;

import dev.steadfast.diff.SchemaPair.Fact;
import dev.steadfast.diff.SchemaPair.Step;
import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Facet;
import dev.steadfast.schema.Facets;
import dev.steadfast.schema.Members;
import dev.steadfast.schema.Members.Property;
import dev.steadfast.schema.Schema;
import dev.steadfast.schema.Schemas;
import dev.steadfast.spec.Node;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The named members of objects, and all others. */
final class PropertyComparison extends Comparison {

  PropertyComparison(PairFacts facts) {
    super(facts);
  }

  @Override
  void compare() {
    properties();
    undeclared();
    patterns();
  }

  private void properties() {
    Map<String, Property> before = base.members().properties();
    Map<String, Property> after = revision.members().properties();
    Map<String, Node> requiredBefore = base.members().required();
    Map<String, Node> requiredAfter = revision.members().required();
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.addAll(requiredBefore.keySet());
    names.addAll(requiredAfter.keySet());
    for (String name : names) {
      Property old = travelling(before.get(name));
      Property fresh = travelling(after.get(name));
      if (old != null && fresh == null) {
        fresh = required(revision.members(), name, after, requiredAfter);
      } else if (old == null && fresh != null) {
        old = required(base.members(), name, before, requiredBefore);
      }
      if (old != null && fresh == null && !revision.members().foresees(name)) {
        removed(name, old, after.get(name));
      } else if (old == null && fresh != null && !base.members().foresees(name)) {
        added(name, fresh, before.get(name));
      } else {
        required(name, requiredBefore.get(name), requiredAfter.get(name), old, fresh);
        if (old != null && fresh != null && isLost(old, fresh)) {
          removed(name, old, null);
        } else if (old != null && fresh != null) {
          facts.edge(Step.PROPERTY, name, 0, old.schema(), fresh.schema());
        }
      }
    }
  }

  private static @Nullable Property travelling(@Nullable Property property) {
    return property != null && property.travels() ? property : null;
  }

  /*
   * Beside a declared property, a name that must come is declared by that, as what undeclared ones
   * may be.
   */
  private static @Nullable Property required(
      Members members, String name, Map<String, Property> declared, Map<String, Node> required) {
    Node must = required.get(name);
    return must == null
            || declared.containsKey(name)
            || members.foresees(name)
            || !members.patterns().isEmpty()
        ? null
        : new Property(members.undeclared(), must, true);
  }

  /* A response never has a property that no value can have. */
  private boolean isLost(Property old, Property fresh) {
    return pair.direction == Direction.RESPONSE
        && inclusion.plainlyNone(fresh.schema())
        && !inclusion.plainlyNone(old.schema());
  }

  private void required(
      String name,
      @Nullable Node before,
      @Nullable Node after,
      @Nullable Property old,
      @Nullable Property fresh) {
    if ((before == null) == (after == null)) {
      return;
    }
    Schema required = base.requiring(name);
    facts.decide(
        SchemaFact.REQUIRED,
        name,
        before == null ? "optional" : "required",
        after == null ? "optional" : "required",
        before == null && old != null ? old.node() : before == null ? base.node() : before,
        after == null && fresh != null ? fresh.node() : after == null ? revision.node() : after,
        before == null ? Schemas.ANY : required,
        after == null ? Schemas.ANY : required);
  }

  /* Required before, and now not sent: refuted. Optional before: a promise is lost, or what is sent
  is refused by a closed object, or it is ignored. */
  private void removed(String name, Property old, @Nullable Property stays) {
    Schema carrying = base.carrying(name);
    Answer example = inclusion.example(carrying);
    if (example instanceof Answer.Empty) {
      return;
    }
    Answer harm =
        pair.direction == Direction.REQUEST
            ? inclusion.outside(carrying, revision.members().onlyUndeclared())
            : requiredBy(base, name)
                ? inclusion.outside(revision.whole(), base.requiring(name))
                : PairFacts.none();
    Outcome outcome = PairFacts.outcome(harm);
    if (outcome == Outcome.SAFE && stays == null && mapped(revision)) {
      facts.edge(Step.PROPERTY, name, 0, old.schema(), revision.members().undeclared());
      return;
    }
    if (outcome == Outcome.SAFE) {
      outcome = pair.direction == Direction.REQUEST ? Outcome.IGNORED : Outcome.LOST;
    }
    pair.facts.add(
        new Fact(
            stays == null ? SchemaFact.PROPERTY : hiding(),
            Movement.TIGHTENED,
            outcome,
            name,
            "",
            "",
            old.node(),
            stays == null ? revision.node() : stays.node(),
            outcome == Outcome.LOST ? example : harm));
  }

  private SchemaFact hiding() {
    return pair.direction == Direction.REQUEST ? SchemaFact.READ_ONLY : SchemaFact.WRITE_ONLY;
  }

  private static boolean requiredBy(Facets facets, String name) {
    return facets.members().required().containsKey(name);
  }

  private boolean mapped(Facets facets) {
    Schema rest = facets.members().undeclared();
    return rest != Schemas.ANY && rest != Schemas.NONE;
  }

  private void added(String name, Property fresh, @Nullable Property hidden) {
    if (hidden == null && mapped(base) && !requiredBy(revision, name)) {
      facts.edge(Step.PROPERTY, name, 0, base.members().undeclared(), fresh.schema());
      return;
    }
    if (!requiredBy(revision, name) && inclusion.plainlyNone(fresh.schema())) {
      return;
    }
    Answer harm;
    if (pair.direction == Direction.REQUEST) {
      harm =
          requiredBy(revision, name)
              ? inclusion.outside(base.whole(), revision.requiring(name))
              : PairFacts.none();
    } else {
      Schema carrying = revision.carrying(name);
      harm = inclusion.outside(carrying, base.members().onlyUndeclared());
    }
    pair.facts.add(
        new Fact(
            hidden == null ? SchemaFact.PROPERTY : hiding(),
            Movement.LOOSENED,
            PairFacts.outcome(harm),
            name,
            "",
            requiredBy(revision, name) ? "required" : "optional",
            hidden == null ? base.node() : hidden.node(),
            fresh.node(),
            harm));
  }

  private void undeclared() {
    Schema before = base.members().undeclared();
    Schema after = revision.members().undeclared();
    if (before == after || inclusion.same(before, after)) {
      return;
    }
    if (allOrNone(before, after)) {
      facts.decide(
          SchemaFact.ADDITIONAL_PROPERTIES,
          "",
          words(before),
          words(after),
          base.members().undeclaredNode(),
          revision.members().undeclaredNode(),
          base.members().onlyUndeclared(),
          revision.members().onlyUndeclared());
    } else {
      facts.edge(Step.UNDECLARED, "", 0, before, after);
    }
  }

  private static String words(Schema undeclared) {
    return undeclared == Schemas.ANY ? "open" : undeclared == Schemas.NONE ? "closed" : "limited";
  }

  private void patterns() {
    Map<String, Schema> before = base.members().patterns();
    Map<String, Schema> after = revision.members().patterns();
    if (before.keySet().equals(after.keySet())) {
      before.forEach(
          (pattern, schema) -> {
            Schema now = Objects.requireNonNull(after.get(pattern));
            facts.edge(Step.UNDECLARED, pattern, 0, schema, now);
          });
    } else {
      facts.facet(Facet.PATTERN_PROPERTIES);
    }
  }
}

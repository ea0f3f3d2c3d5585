package dev.steadfast.diff;

import dev.steadfast.diff.SchemaPair.Step;
import dev.steadfast.domain.Tri;
import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Facet;
import dev.steadfast.schema.Schema;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says how the two schemas of one pair differ: a fact for each facet whose change lets a value out
 * or in, and the pairs of inner schemas to look at next. What a fact does to messages is asked of
 * the engine: the sender's whole schema against what the receiver says in that facet.
 */
final class SchemaComparison extends Comparison {

  private static final Set<Facet> STRUCTURAL =
      Set.of(Facet.TYPE, Facet.ENUM, Facet.ITEMS, Facet.ALTERNATIVE, Facet.PATTERN_PROPERTIES);

  SchemaComparison(PairFacts facts) {
    super(facts);
  }

  @Override
  void compare() {
    nullable();
    facts.facet(Facet.TYPE);
    if (typesDiffer() && explained()) {
      return;
    }
    values();
    for (Facet facet : Facet.values()) {
      if (!STRUCTURAL.contains(facet)) {
        facts.facet(facet);
      }
    }
    new PropertyComparison(facts).compare();
    items();
    new AlternativeComparison(facts).compare();
    new ReadingComparison(facts).compare();
    annotation("deprecated", SchemaFact.DEPRECATED);
    annotation("default", SchemaFact.DEFAULT);
    if (!pair.isProven() && !explained()) {
      facts.add(
          SchemaFact.SCHEMA, "", "", "", base.node(), revision.node(), pair.answer, pair.answer);
    }
  }

  private boolean typesDiffer() {
    Set<String> before = base.types();
    Set<String> after = revision.types();
    return !before.isEmpty() && !after.isEmpty() && Collections.disjoint(before, after);
  }

  private boolean explained() {
    return pair.facts.stream()
            .anyMatch(f -> f.outcome() == Outcome.REFUTED || f.outcome() == Outcome.UNKNOWN)
        || pair.edges.stream().anyMatch(edge -> !edge.to().isProven());
  }

  private void nullable() {
    boolean before = inclusion.accepts(base.whole(), NullNode.of()) == Tri.YES;
    boolean after = inclusion.accepts(revision.whole(), NullNode.of()) == Tri.YES;
    if (before != after) {
      Answer left = before ? new Answer.Inhabited(NullNode.of()) : PairFacts.none();
      Answer came = after ? new Answer.Inhabited(NullNode.of()) : PairFacts.none();
      facts.add(
          SchemaFact.NULLABLE,
          "",
          before ? "nullable" : "not nullable",
          after ? "nullable" : "not nullable",
          base.node(Facet.TYPE),
          revision.node(Facet.TYPE),
          left,
          came);
    }
  }

  /* Values that left and values that came are two changes. */
  private void values() {
    List<Node> before = base.values();
    List<Node> after = revision.values();
    if (before == null || after == null) {
      facts.facet(Facet.ENUM);
      return;
    }
    List<Node> left = new ArrayList<>(before);
    left.removeAll(after);
    List<Node> came = new ArrayList<>(after);
    came.removeAll(before);
    if (!left.isEmpty()) {
      Answer outside = inclusion.outside(base.whole(), revision.only(Facet.ENUM));
      facts.add(
          SchemaFact.ENUM,
          list(left),
          list(before),
          list(after),
          base.node(Facet.ENUM),
          revision.node(Facet.ENUM),
          outside,
          PairFacts.none());
    }
    if (!came.isEmpty()) {
      Answer outside = inclusion.outside(revision.whole(), base.only(Facet.ENUM));
      facts.add(
          SchemaFact.ENUM,
          list(came),
          list(before),
          list(after),
          base.node(Facet.ENUM),
          revision.node(Facet.ENUM),
          PairFacts.none(),
          outside);
    }
  }

  private static String list(List<Node> values) {
    return values.stream().map(SchemaComparison::text).collect(Collectors.joining(", "));
  }

  private static String text(Node value) {
    return value instanceof dev.steadfast.spec.StringNode string
        ? string.value()
        : value.toString();
  }

  private void items() {
    if (base.prefix() != revision.prefix()) {
      facts.decide(
          SchemaFact.PREFIX_ITEMS,
          "",
          base.prefix() + "",
          revision.prefix() + "",
          base.node(Facet.ITEMS),
          revision.node(Facet.ITEMS),
          base.only(Facet.ITEMS),
          revision.only(Facet.ITEMS));
      return;
    }
    for (int i = 0; i <= base.prefix(); i++) {
      Schema before = base.item(i);
      Schema after = revision.item(i);
      if (before == after || inclusion.same(before, after)) {
        continue;
      }
      if (allOrNone(before, after)) {
        facts.facet(Facet.ITEMS);
      } else {
        facts.edge(Step.ITEM, "", i, before, after);
      }
    }
  }

  private void annotation(String keyword, SchemaFact fact) {
    Node before = base.annotation(keyword);
    Node after = revision.annotation(keyword);
    boolean same =
        Objects.equals(before, after)
            || (isFalse(before) && after == null)
            || (before == null && isFalse(after) && fact == SchemaFact.DEPRECATED);
    if (!same) {
      facts.add(
          fact,
          Movement.CHANGED,
          fact == SchemaFact.DEFAULT && before != null && mayBeLeftOut(revision.node())
              ? Outcome.IGNORED
              : Outcome.SAFE,
          "",
          before == null ? "" : text(before),
          after == null ? "" : text(after),
          before == null ? base.node() : before,
          after == null ? revision.node() : after);
    }
  }

  /* What a default says to the server: whether requests may come without the value. */
  private boolean mayBeLeftOut(@Nullable Node schema) {
    if (pair.direction != Direction.REQUEST || schema == null) {
      return false;
    }
    ObjectNode owner = schema.parent() instanceof ObjectNode parent ? parent : null;
    if (owner != null && owner.parent() instanceof ObjectNode object) {
      String name = owner.keyOf(schema);
      if (object.get("properties") == owner && name != null) {
        return !Nodes.texts(object, "required").contains(name);
      }
    }
    return owner == null || !(owner.has("in") && Nodes.flag(owner, "required", false));
  }

  private static boolean isFalse(@Nullable Node node) {
    return node instanceof BooleanNode bool && !bool.value();
  }
}

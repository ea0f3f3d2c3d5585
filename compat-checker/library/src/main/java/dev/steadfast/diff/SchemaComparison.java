package dev.steadfast.diff;

import dev.steadfast.diff.SchemaPair.Edge;
import dev.steadfast.diff.SchemaPair.Fact;
import dev.steadfast.diff.SchemaPair.Step;
import dev.steadfast.domain.Tri;
import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Facet;
import dev.steadfast.schema.Facets;
import dev.steadfast.schema.Facets.Branch;
import dev.steadfast.schema.Facets.Property;
import dev.steadfast.schema.Facets.Union;
import dev.steadfast.schema.Inclusion;
import dev.steadfast.schema.Schema;
import dev.steadfast.schema.Schemas;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says how the two schemas of one pair differ: a fact for each facet whose change lets a value out
 * or in, and the pairs of inner schemas to look at next. What a fact does to messages is asked of
 * the engine: the sender's whole schema against what the receiver says in that facet.
 */
final class SchemaComparison {

  private static final Map<Facet, SchemaFact> FACTS = new EnumMap<>(Facet.class);

  static {
    for (Facet facet : Facet.values()) {
      FACTS.put(facet, SchemaFact.valueOf(facet.name()));
    }
  }

  private static final Set<Facet> STRUCTURAL =
      Set.of(Facet.TYPE, Facet.ENUM, Facet.ITEMS, Facet.ALTERNATIVE, Facet.PATTERN_PROPERTIES);

  private final Inclusion inclusion;
  private final Schemas schemas;
  private final Pairs pairs;
  private final SchemaPair pair;
  private final Facets base;
  private final Facets revision;

  /** Finds the pair for two inner schemas; empty when they say the same. */
  interface Pairs {
    @Nullable SchemaPair pair(Schema base, Schema revision, Direction direction);
  }

  SchemaComparison(Inclusion inclusion, Pairs pairs, SchemaPair pair) {
    this.inclusion = inclusion;
    this.schemas = inclusion.schemas();
    this.pairs = pairs;
    this.pair = pair;
    this.base = pair.base;
    this.revision = pair.revision;
  }

  void compare() {
    nullable();
    facet(Facet.TYPE);
    if (typesDiffer()) {
      return;
    }
    values();
    for (Facet facet : Facet.values()) {
      if (!STRUCTURAL.contains(facet)) {
        facet(facet);
      }
    }
    properties();
    undeclared();
    patterns();
    items();
    alternatives();
    annotation("deprecated", SchemaFact.DEPRECATED);
    annotation("default", SchemaFact.DEFAULT);
    if (!pair.isProven() && !explained()) {
      add(SchemaFact.SCHEMA, "", "", "", base.node(), revision.node(), pair.answer, pair.answer);
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
      Answer left = before ? new Answer.Inhabited(NullNode.of()) : none();
      Answer came = after ? new Answer.Inhabited(NullNode.of()) : none();
      add(
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

  private void facet(Facet facet) {
    Schema before = base.only(facet);
    Schema after = revision.only(facet);
    if (before == after) {
      return;
    }
    String was = base.text(facet);
    String now = revision.text(facet);
    int found = pair.facts.size();
    decide(
        Objects.requireNonNull(FACTS.get(facet)),
        "",
        was,
        now,
        base.node(facet),
        revision.node(facet),
        before,
        after);
    if (facet == Facet.FORMAT && found == pair.facts.size() && !was.equals(now)) {
      add(
          SchemaFact.FORMAT,
          Movement.CHANGED,
          Outcome.SAFE,
          "",
          was,
          now,
          base.node(facet),
          revision.node(facet));
    }
  }

  /* What left: values of the old schema that the new facet refuses; what came: the reverse. */
  private void decide(
      SchemaFact fact,
      String subject,
      String was,
      String now,
      @Nullable Node baseNode,
      @Nullable Node revisionNode,
      Schema before,
      Schema after) {
    Answer left = after == Schemas.ANY ? none() : inclusion.outside(base.whole(), after);
    Answer came = before == Schemas.ANY ? none() : inclusion.outside(revision.whole(), before);
    add(fact, subject, was, now, baseNode, revisionNode, left, came);
  }

  private static Answer none() {
    return new Answer.Empty();
  }

  private void add(
      SchemaFact fact,
      String subject,
      String was,
      String now,
      @Nullable Node baseNode,
      @Nullable Node revisionNode,
      Answer left,
      Answer came) {
    boolean leaves = !(left instanceof Answer.Empty);
    boolean comes = !(came instanceof Answer.Empty);
    if (!leaves && !comes) {
      return;
    }
    Movement movement =
        leaves && comes ? Movement.CHANGED : leaves ? Movement.TIGHTENED : Movement.LOOSENED;
    Answer harm = pair.direction == Direction.REQUEST ? left : came;
    pair.facts.add(
        new Fact(fact, movement, outcome(harm), subject, was, now, baseNode, revisionNode, harm));
  }

  private void add(
      SchemaFact fact,
      Movement movement,
      Outcome outcome,
      String subject,
      String was,
      String now,
      @Nullable Node baseNode,
      @Nullable Node revisionNode) {
    pair.facts.add(
        new Fact(fact, movement, outcome, subject, was, now, baseNode, revisionNode, none()));
  }

  private static Outcome outcome(Answer harm) {
    return harm.match(
        empty -> Outcome.SAFE, inhabited -> Outcome.REFUTED, unknown -> Outcome.UNKNOWN);
  }

  /* Values that left and values that came are two changes. */
  private void values() {
    List<Node> before = base.values();
    List<Node> after = revision.values();
    if (before == null || after == null) {
      facet(Facet.ENUM);
      return;
    }
    List<Node> left = new ArrayList<>(before);
    left.removeAll(after);
    List<Node> came = new ArrayList<>(after);
    came.removeAll(before);
    if (!left.isEmpty()) {
      Answer outside = inclusion.outside(base.whole(), revision.only(Facet.ENUM));
      add(
          SchemaFact.ENUM,
          list(left),
          list(before),
          list(after),
          base.node(Facet.ENUM),
          revision.node(Facet.ENUM),
          outside,
          none());
    }
    if (!came.isEmpty()) {
      Answer outside = inclusion.outside(revision.whole(), base.only(Facet.ENUM));
      add(
          SchemaFact.ENUM,
          list(came),
          list(before),
          list(after),
          base.node(Facet.ENUM),
          revision.node(Facet.ENUM),
          none(),
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

  private void properties() {
    Map<String, Property> before = base.properties();
    Map<String, Property> after = revision.properties();
    Map<String, Node> requiredBefore = base.required();
    Map<String, Node> requiredAfter = revision.required();
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.addAll(requiredBefore.keySet());
    names.addAll(requiredAfter.keySet());
    for (String name : names) {
      Property old = travelling(before.get(name));
      Property fresh = travelling(after.get(name));
      if (old != null && fresh == null && !revision.branchDeclares(name)) {
        removed(name, old, after.get(name));
      } else if (old == null && fresh != null && !base.branchDeclares(name)) {
        added(name, fresh, before.get(name));
      } else {
        required(name, requiredBefore.get(name), requiredAfter.get(name), old, fresh);
        if (old != null && fresh != null) {
          edge(Step.PROPERTY, name, 0, old.schema(), fresh.schema());
        }
      }
    }
  }

  private static @Nullable Property travelling(@Nullable Property property) {
    return property != null && property.travels() ? property : null;
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
    decide(
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
    if (inclusion.example(carrying) instanceof Answer.Empty) {
      return;
    }
    Answer harm =
        pair.direction == Direction.REQUEST
            ? inclusion.outside(carrying, revision.onlyUndeclared())
            : requiredBy(base, name)
                ? inclusion.outside(revision.whole(), base.requiring(name))
                : none();
    Outcome outcome = outcome(harm);
    if (outcome == Outcome.SAFE && stays == null && mapped(revision)) {
      edge(Step.PROPERTY, name, 0, old.schema(), revision.undeclared());
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
            harm));
  }

  private SchemaFact hiding() {
    return pair.direction == Direction.REQUEST ? SchemaFact.READ_ONLY : SchemaFact.WRITE_ONLY;
  }

  private static boolean requiredBy(Facets facets, String name) {
    return facets.required().containsKey(name);
  }

  private boolean mapped(Facets facets) {
    Schema rest = facets.undeclared();
    return rest != Schemas.ANY && rest != Schemas.NONE;
  }

  private void added(String name, Property fresh, @Nullable Property hidden) {
    if (hidden == null && mapped(base) && !requiredBy(revision, name)) {
      edge(Step.PROPERTY, name, 0, base.undeclared(), fresh.schema());
      return;
    }
    Answer harm;
    if (pair.direction == Direction.REQUEST) {
      harm =
          requiredBy(revision, name)
              ? inclusion.outside(base.whole(), revision.requiring(name))
              : none();
    } else {
      Schema carrying = revision.carrying(name);
      harm = inclusion.outside(carrying, base.onlyUndeclared());
    }
    pair.facts.add(
        new Fact(
            hidden == null ? SchemaFact.PROPERTY : hiding(),
            Movement.LOOSENED,
            outcome(harm),
            name,
            "",
            requiredBy(revision, name) ? "required" : "optional",
            hidden == null ? base.node() : hidden.node(),
            fresh.node(),
            harm));
  }

  private void undeclared() {
    Schema before = base.undeclared();
    Schema after = revision.undeclared();
    if (before == after || inclusion.same(before, after)) {
      return;
    }
    if (before == Schemas.ANY
        || after == Schemas.ANY
        || before == Schemas.NONE
        || after == Schemas.NONE) {
      decide(
          SchemaFact.ADDITIONAL_PROPERTIES,
          "",
          words(before),
          words(after),
          base.undeclaredNode(),
          revision.undeclaredNode(),
          base.onlyUndeclared(),
          revision.onlyUndeclared());
    } else {
      edge(Step.UNDECLARED, "", 0, before, after);
    }
  }

  private static String words(Schema undeclared) {
    return undeclared == Schemas.ANY ? "open" : undeclared == Schemas.NONE ? "closed" : "limited";
  }

  private void patterns() {
    Map<String, Schema> before = base.patterns();
    Map<String, Schema> after = revision.patterns();
    if (before.keySet().equals(after.keySet())) {
      before.forEach(
          (pattern, schema) -> {
            Schema now = Objects.requireNonNull(after.get(pattern));
            edge(Step.UNDECLARED, pattern, 0, schema, now);
          });
    } else {
      facet(Facet.PATTERN_PROPERTIES);
    }
  }

  private void items() {
    if (base.prefix() != revision.prefix()) {
      decide(
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
      if (before == Schemas.ANY
          || after == Schemas.ANY
          || before == Schemas.NONE
          || after == Schemas.NONE) {
        facet(Facet.ITEMS);
      } else {
        edge(Step.ITEM, "", i, before, after);
      }
    }
  }

  private void edge(Step step, String name, int index, Schema before, Schema after) {
    SchemaPair to = pairs.pair(before, after, pair.direction);
    if (to != null) {
      pair.edges.add(new Edge(step, name, index, to));
    }
  }

  private void alternatives() {
    List<Union> before = base.unions();
    List<Union> after = revision.unions();
    if (before.size() != 1 || after.size() != 1) {
      boolean typeSaysIt =
          pair.facts.stream()
              .anyMatch(f -> f.fact() == SchemaFact.TYPE && f.outcome() == Outcome.REFUTED);
      if (!typeSaysIt && !(before.isEmpty() && after.isEmpty())) {
        facet(Facet.ALTERNATIVE);
      }
      return;
    }
    BranchMatching matching =
        new BranchMatching(inclusion, before.get(0).branches(), after.get(0).branches());
    matching.matched().forEach(this::matched);
    for (Branch branch : matching.removed()) {
      alternative(branch, true);
    }
    for (Branch branch : matching.added()) {
      alternative(branch, false);
    }
  }

  private void alternative(Branch branch, boolean removed) {
    Facets own = removed ? base : revision;
    Facets other = removed ? revision : base;
    Answer harm = inclusion.outside(schemas.and(own.whole(), branch.schema()), other.whole());
    String subject = branch.name();
    add(
        SchemaFact.ALTERNATIVE,
        subject,
        "",
        "",
        removed ? branch.node() : base.node(Facet.ALTERNATIVE),
        removed ? revision.node(Facet.ALTERNATIVE) : branch.node(),
        removed ? harm : none(),
        removed ? none() : harm);
  }

  private void matched(Branch before, Branch after) {
    edge(Step.SAME, "", 0, before.schema(), after.schema());
    String property = base.unions().get(0).property();
    if (!property.equals(revision.unions().get(0).property())) {
      return;
    }
    for (String key : before.keys()) {
      if (!after.keys().contains(key)) {
        key(property, key, base, revision, true);
      }
    }
    for (String key : after.keys()) {
      if (!before.keys().contains(key)) {
        key(property, key, revision, base, false);
      }
    }
  }

  private void key(String property, String key, Facets own, Facets other, boolean removed) {
    Schema keyed = schemas.keyed(property, Set.of(key));
    Schema selecting = schemas.and(own.carrying(property), keyed);
    Answer harm = inclusion.outside(selecting, other.whole());
    add(
        SchemaFact.DISCRIMINATOR,
        key,
        removed ? key : "",
        removed ? "" : key,
        base.node(Facet.ALTERNATIVE),
        revision.node(Facet.ALTERNATIVE),
        removed ? harm : none(),
        removed ? none() : harm);
  }

  private void annotation(String keyword, SchemaFact fact) {
    Node before = base.annotation(keyword);
    Node after = revision.annotation(keyword);
    boolean same =
        Objects.equals(before, after)
            || (isFalse(before) && after == null)
            || (before == null && isFalse(after) && fact == SchemaFact.DEPRECATED);
    if (!same) {
      add(
          fact,
          Movement.CHANGED,
          Outcome.SAFE,
          "",
          before == null ? "" : text(before),
          after == null ? "" : text(after),
          before == null ? base.node() : before,
          after == null ? revision.node() : after);
    }
  }

  private static boolean isFalse(@Nullable Node node) {
    return node instanceof BooleanNode bool && !bool.value();
  }
}

package dev.steadfast.diff;

import dev.steadfast.diff.SchemaPair.Edge;
import dev.steadfast.diff.SchemaPair.Fact;
import dev.steadfast.diff.SchemaPair.Step;
import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Facet;
import dev.steadfast.schema.Facets;
import dev.steadfast.schema.Inclusion;
import dev.steadfast.schema.Schema;
import dev.steadfast.schema.Schemas;
import dev.steadfast.spec.Node;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how a pair differs. What a fact does to messages is asked of the engine: the sender's
 * whole schema against what the receiver says in that facet alone.
 */
final class PairFacts {

  private static final Map<Facet, SchemaFact> FACTS = new EnumMap<>(Facet.class);

  static {
    for (Facet facet : Facet.values()) {
      FACTS.put(facet, SchemaFact.valueOf(facet.name()));
    }
  }

  private final Inclusion inclusion;
  private final Pairs pairs;
  private final SchemaPair pair;
  private final Facets base;
  private final Facets revision;

  /** Finds the pair for two inner schemas; null when they say the same. */
  interface Pairs {
    @Nullable SchemaPair pair(Schema base, Schema revision, Direction direction);
  }

  PairFacts(Inclusion inclusion, Pairs pairs, SchemaPair pair) {
    this.inclusion = inclusion;
    this.pairs = pairs;
    this.pair = pair;
    this.base = pair.base;
    this.revision = pair.revision;
  }

  Inclusion inclusion() {
    return inclusion;
  }

  SchemaPair pair() {
    return pair;
  }

  void facet(Facet facet) {
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
  void decide(
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

  void add(
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

  void add(
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

  /* The same of what is read otherwise though the value itself is allowed. */
  void addReading(
      SchemaFact fact,
      String was,
      String now,
      @Nullable Node baseNode,
      @Nullable Node revisionNode,
      Answer left,
      Answer came) {
    int found = pair.facts.size();
    add(fact, "", was, now, baseNode, revisionNode, left, came);
    if (pair.facts.size() > found) {
      Fact last = pair.facts.remove(found);
      pair.facts.add(last.outcome() == Outcome.REFUTED ? last.misread() : last);
    }
  }

  static Outcome outcome(Answer harm) {
    return harm.match(
        empty -> Outcome.SAFE, inhabited -> Outcome.REFUTED, unknown -> Outcome.UNKNOWN);
  }

  void edge(Step step, String name, int index, Schema before, Schema after) {
    SchemaPair to = pairs.pair(before, after, pair.direction);
    if (to != null) {
      pair.edges.add(new Edge(step, name, index, to));
    }
  }

  static Answer none() {
    return new Answer.Empty();
  }
}

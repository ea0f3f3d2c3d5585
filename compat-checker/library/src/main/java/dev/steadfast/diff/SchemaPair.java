package dev.steadfast.diff;

import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Facets;
import dev.steadfast.schema.Schema;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A base schema and the revision schema that takes its place, in one direction. */
final class SchemaPair {

  final Facets base;
  final Facets revision;
  final Direction direction;
  final Answer answer;
  final List<Fact> facts = new ArrayList<>();
  final List<Edge> edges = new ArrayList<>();
  final BitSet reached = new BitSet(); // sites from which this pair is reached
  final BitSet harmed = new BitSet(); // the same, through pairs that are not proven only
  @Nullable SchemaPair parent; // towards the first site that is harmed
  @Nullable Edge from;

  SchemaPair(Facets base, Facets revision, Direction direction, Answer answer) {
    this.base = base;
    this.revision = revision;
    this.direction = direction;
    this.answer = answer;
  }

  boolean isProven() {
    return answer instanceof Answer.Empty;
  }

  Facets sender() {
    return direction == Direction.REQUEST ? base : revision;
  }

  Facets receiver() {
    return direction == Direction.REQUEST ? revision : base;
  }

  /** How a value of the inner pair sits in a value of the outer one. */
  enum Step {
    PROPERTY,
    UNDECLARED,
    ITEM,
    SAME
  }

  /**
   * A pair within this one.
   *
   * @param name of the property, for PROPERTY
   * @param index of the item, for ITEM
   */
  record Edge(Step step, String name, int index, SchemaPair to) {}

  /**
   * Something that this pair says differently itself.
   *
   * @param answer a value that the sender allows and this fact refuses
   */
  record Fact(
      SchemaFact fact,
      Movement movement,
      Outcome outcome,
      String subject,
      String was,
      String now,
      @Nullable Node base,
      @Nullable Node revision,
      Answer answer) {

    Fact misread() {
      return new Fact(fact, movement, Outcome.MISREAD, subject, was, now, base, revision, answer);
    }
  }

  /** Both schemas and the direction: what makes a pair the same. */
  record Key(Schema base, Schema revision, Direction direction) {}
}

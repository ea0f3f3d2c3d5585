package dev.steadfast.schema;

import dev.steadfast.domain.Tri;
import dev.steadfast.schema.Answer.Empty;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether every value of one schema is a value of another.
 *
 * <p>One question is asked throughout: is there a value in S and in none of T₁…Tₙ? With no T it
 * asks whether S has values at all; with one, whether S is included in T. The answer is
 * <em>empty</em> when an upper bound of S without lower bounds of the Ts has no value, and
 * <em>inhabited</em> only by a value that was looked at keyword by keyword.
 *
 * <p>Not for use by several threads at once.
 */
public final class Inclusion {

  /*
   * Recursion: values are finite, so the true answers are the least fixed point of "inhabited", and
   * every question starts as "empty". A question met while it runs is taken at its answer so far;
   * who took it so is asked again when it becomes inhabited. An inhabited answer is final, so each
   * question is evaluated at most once more than it has questions below it.
   */
  private static final int NESTING = 400;
  private static final int COMBINED = 24;

  private final Schemas schemas;
  private final Shaper shaper;
  private final Evaluator evaluator;
  private final Equivalence equivalence;
  private final boolean undeclaredNamesAreFresh;
  private @Nullable Inclusion plain; // once needed
  private final LeafSearch leaves = new LeafSearch();
  private final ArraySearch arrays;
  private final Questions questions;
  private final Map<Schema, Facets> facets = new HashMap<>();
  private final Deque<Question> running = new ArrayDeque<>();
  private final Set<Question> again = new LinkedHashSet<>();

  /** Plain JSON Schema inclusion. */
  public static Inclusion plain(Schemas schemas) {
    return new Inclusion(schemas, Equivalence.identity(), false);
  }

  /** Between the two ends of a message: no side sends names that only the other declares. */
  public static Inclusion ofMessages(Schemas schemas, Equivalence equivalence) {
    return new Inclusion(schemas, equivalence, true);
  }

  private Inclusion plain() {
    if (plain == null) {
      plain = undeclaredNamesAreFresh ? new Inclusion(schemas, equivalence, false) : this;
    }
    return plain;
  }

  private Inclusion(Schemas schemas, Equivalence equivalence, boolean undeclaredNamesAreFresh) {
    this.schemas = schemas;
    this.undeclaredNamesAreFresh = undeclaredNamesAreFresh;
    this.equivalence = equivalence;
    this.shaper = new Shaper(schemas);
    this.evaluator = new Evaluator(schemas, shaper);
    this.arrays = new ArraySearch(this);
    this.questions = new Questions(schemas);
  }

  /** Empty when every value of {@code narrow} is one of {@code wide}; else a value that is not. */
  public Answer outside(Schema narrow, Schema wide) {
    return settle(narrow, List.of(wide));
  }

  /** Whether the schema is {@code false}, or {@code not: {}}, as 3.0 must say it. */
  public boolean plainlyNone(Schema schema) {
    return schema == Schemas.NONE
        || (schema instanceof Schema.Located at
            && at.node.get("not") instanceof ObjectNode inner
            && Keywords.onlyAnnotates(inner, ""));
  }

  /** A smallest value of the schema. */
  public Answer example(Schema schema) {
    return settle(schema, List.of());
  }

  /** Whether two schemas are seen to say the same without a look at their meaning. */
  public boolean same(Schema one, Schema other) {
    return one == other || equivalence.same(one, other);
  }

  /** Whether it is shown that both have the same values, as JSON Schema has it. */
  public boolean sameValues(Schema one, Schema other) {
    return plain().outside(one, other) instanceof Empty
        && plain().outside(other, one) instanceof Empty;
  }

  /** Whether both are objects that the same fixed value of a required property tells apart. */
  public boolean sameTag(Schema one, Schema other) {
    List<ObjectPart> left = shaper.shape(one, Bound.UPPER).objects();
    List<ObjectPart> right = shaper.shape(other, Bound.UPPER).objects();
    if (left.size() != 1 || right.size() != 1) {
      return false;
    }
    Map<String, Set<Node>> tags = left.get(0).tags();
    return !tags.isEmpty()
        && tags.keySet().equals(right.get(0).tags().keySet())
        && !left.get(0).isApartFrom(right.get(0));
  }

  /** What the schema says, facet by facet. */
  public Facets facets(Schema schema) {
    return facets.computeIfAbsent(schema, key -> new Facets(this, key));
  }

  /** Whether the schema allows the value. */
  public Tri accepts(Schema schema, Node value) {
    return evaluator.accepts(schema, value);
  }

  /** Where schemas are made. */
  public Schemas schemas() {
    return schemas;
  }

  boolean undeclaredNamesAreFresh() {
    return undeclaredNamesAreFresh;
  }

  Shaper shaper() {
    return shaper;
  }

  private Answer settle(Schema in, List<Schema> out) {
    Question question =
        questions.of(
            schemas.representative(in), out.stream().map(schemas::representative).toList());
    if (plainlyEmpty(question.in, question.out)) {
      return Empty.EMPTY;
    }
    ask(question);
    while (!again.isEmpty()) {
      Question next = again.iterator().next();
      again.remove(next);
      if (!next.isFinal() && next.state == Question.State.ANSWERED) {
        evaluate(next);
      }
    }
    return question.answer;
  }

  /** A value in {@code in} and in none of {@code out}, as far as known now. */
  Answer ask(Schema in, Collection<Schema> out) {
    return plainlyEmpty(in, out) ? Empty.EMPTY : ask(questions.of(in, out));
  }

  /** Whether one lies within the other, as far as known now. */
  boolean lies(Schema in, Schema out) {
    Answer answer = running.isEmpty() ? outside(in, out) : ask(in, List.of(out));
    return answer instanceof Empty;
  }

  private static boolean plainlyEmpty(Schema in, Collection<Schema> out) {
    return in == Schemas.NONE
        || out.contains(Schemas.ANY)
        || out.contains(in)
        || (in instanceof Schema.And and && !Collections.disjoint(and.parts, out));
  }

  private Answer ask(Question question) {
    if (question.state == Question.State.NEW) {
      if (running.size() < NESTING) {
        evaluate(question);
      } else {
        again.add(question);
        question.state = Question.State.ANSWERED;
      }
    }
    Question user = running.peek();
    if (user != null && !question.isFinal()) {
      question.users.add(user);
    }
    return question.answer;
  }

  private void evaluate(Question question) {
    question.state = Question.State.RUNNING;
    running.push(question);
    Answer before = question.answer;
    try {
      question.answer = compute(question);
    } finally {
      running.pop();
      question.state = Question.State.ANSWERED;
    }
    if (!question.answer.getClass().equals(before.getClass())) {
      again.addAll(question.users);
      question.users.clear();
    }
  }

  private Answer compute(Question question) {
    if (equivalent(question)) {
      return Empty.EMPTY;
    }
    if (question.out.stream().filter(out -> !(out instanceof Schema.Const)).count() > COMBINED) {
      return new Unknown("more than " + COMBINED + " schemas exclude each other");
    }
    Shape in = shaper.shape(question.in, Bound.UPPER);
    List<Shape> out = new ArrayList<>();
    for (Schema schema : question.out) {
      out.add(shaper.shape(schema, Bound.LOWER));
    }
    Candidates candidates = new Candidates(evaluator, question);
    leaves.outside(in, out, candidates);
    Set<Node> listed = Tags.values(question.in);
    if (listed != null && !candidates.found() && each(listed, candidates)) {
      return candidates.answer();
    }
    if (!candidates.found()) {
      candidates.offer(arrays.outside(in.arrays(), parts(out, Shape::arrays)));
    }
    if (!candidates.found()) {
      candidates.offer(
          new ObjectSearch(this)
              .outside(in.objects(), parts(out, Shape::objects), candidates::holds));
    }
    boolean same =
        candidates.answer() instanceof Unknown
            && question.out.size() == 1
            && new SameBranches(plain()).show(question.in, question.out.get(0));
    return same ? Empty.EMPTY : candidates.answer();
  }

  /* Of values that are listed, each array and object is looked at; whether that settles it. */
  private boolean each(Set<Node> listed, Candidates candidates) {
    boolean settled = true;
    for (Node value : listed) {
      if (value instanceof ArrayNode || value instanceof ObjectNode) {
        settled &= candidates.offer(value) != Tri.UNKNOWN;
      }
    }
    return settled;
  }

  private static <T> List<T> parts(List<Shape> shapes, Function<Shape, List<T>> type) {
    List<T> parts = new ArrayList<>();
    shapes.forEach(shape -> parts.addAll(type.apply(shape)));
    return parts;
  }

  private boolean equivalent(Question question) {
    List<Schema> inside = question.in instanceof Schema.And and ? and.parts : List.of(question.in);
    for (Schema in : inside) {
      for (Schema out : question.out) {
        if (equivalence.same(in, out)) {
          return true;
        }
      }
    }
    return false;
  }
}

package dev.steadfast.schema;

import dev.steadfast.domain.Emptiness;
import dev.steadfast.domain.NumberSet;
import dev.steadfast.domain.StringSet;
import dev.steadfast.domain.Tri;
import dev.steadfast.schema.Answer.Empty;
import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
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
import java.util.SortedMap;
import java.util.TreeMap;
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
  private static final int SAMPLES = 12;
  private static final int MOST_DIGITS = 18;
  private static final int COMBINED = 24;

  private final Schemas schemas;
  private final Shaper shaper;
  private final Evaluator evaluator;
  private final Equivalence equivalence;
  private final boolean undeclaredNamesAreFresh;
  private @Nullable Inclusion plain; // once needed
  private final ArraySearch arrays;
  private final Map<Long, Question> simple = new HashMap<>();
  private final Map<List<Integer>, Question> questions = new HashMap<>();
  private final Map<StringSet, Emptiness> emptiness = new HashMap<>();
  private final Map<Wanted, List<String>> samples = new HashMap<>();
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

  private Answer settle(Schema in, List<Schema> out) {
    Question question =
        question(schemas.representative(in), out.stream().map(schemas::representative).toList());
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

  /** A value in {@code in} and in none of {@code out}, as far as known now. */
  Answer ask(Schema in, Collection<Schema> out) {
    return plainlyEmpty(in, out) ? Empty.EMPTY : ask(question(in, out));
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

  /* Not(X) on one side is X on the other. */
  private Question question(Schema in, Collection<Schema> out) {
    if (in instanceof Schema.Located && out.size() == 1) {
      Schema only = out.iterator().next();
      if (only instanceof Schema.Located) {
        return simple.computeIfAbsent(
            ((long) in.id() << Integer.SIZE) | only.id(), key -> new Question(in, List.of(only)));
      }
    }
    return combined(in, out);
  }

  private Question combined(Schema in, Collection<Schema> out) {
    TreeMap<Integer, Schema> inside = new TreeMap<>();
    TreeMap<Integer, Schema> outside = new TreeMap<>();
    spread(in, inside, outside);
    for (Schema schema : out) {
      if (schema instanceof Schema.Not not) {
        spread(not.inner, inside, outside);
      } else if (schema instanceof Schema.Or or) {
        or.parts.forEach(part -> outside.put(part.id(), part));
      } else if (schema != Schemas.NONE) {
        outside.put(schema.id(), schema);
      }
    }
    List<Integer> key = new ArrayList<>(inside.keySet());
    key.add(-1);
    key.addAll(outside.keySet());
    return questions.computeIfAbsent(
        key, k -> new Question(schemas.and(inside.values()), List.copyOf(outside.values())));
  }

  private static void spread(
      Schema in, SortedMap<Integer, Schema> inside, SortedMap<Integer, Schema> outside) {
    if (in instanceof Schema.And and) {
      and.parts.forEach(part -> spread(part, inside, outside));
    } else if (in instanceof Schema.Not not) {
      outside.put(not.inner.id(), not.inner);
    } else {
      inside.put(in.id(), in);
    }
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
    Findings findings = new Findings(question);
    leaves(in, out, findings);
    Set<Node> listed = Tags.values(question.in);
    if (listed != null && !findings.found() && each(listed, findings)) {
      return findings.answer();
    }
    if (!findings.found()) {
      findings.offer(arrays.outside(in.arrays(), parts(out, Shape::arrays)));
    }
    if (!findings.found()) {
      findings.offer(
          new ObjectSearch(this)
              .outside(in.objects(), parts(out, Shape::objects), value -> holds(question, value)));
    }
    boolean same =
        findings.answer() instanceof Unknown
            && question.out.size() == 1
            && new SameBranches(plain()).show(question.in, question.out.get(0));
    return same ? Empty.EMPTY : findings.answer();
  }

  /* Of values that are listed, each array and object is looked at; whether that settles it. */
  private boolean each(Set<Node> listed, Findings findings) {
    boolean settled = true;
    for (Node value : listed) {
      if (value instanceof ArrayNode || value instanceof ObjectNode) {
        settled &= findings.offer(value) != Tri.UNKNOWN;
      }
    }
    return settled;
  }

  private static <T> List<T> parts(
      List<Shape> shapes, java.util.function.Function<Shape, List<T>> type) {
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

  /* Few sets of strings are asked about again and again, and patterns take long to walk. */
  private Emptiness emptiness(StringSet strings) {
    return emptiness.computeIfAbsent(strings, StringSet::emptiness);
  }

  private void leaves(Shape in, List<Shape> out, Findings findings) {
    if (in.nul() && out.stream().noneMatch(Shape::nul)) {
      findings.offer(NullNode.of());
    }
    if (in.yes() && out.stream().noneMatch(Shape::yes)) {
      findings.offer(BooleanNode.of(true));
    }
    if (in.no() && out.stream().noneMatch(Shape::no)) {
      findings.offer(BooleanNode.of(false));
    }
    NumberSet numbers = in.numbers();
    StringSet strings = in.strings();
    for (Shape shape : out) {
      numbers = numbers.without(shape.numbers());
      strings = strings.without(shape.strings());
    }
    if (!findings.found() && numbers.emptiness() != Emptiness.EMPTY) {
      numbers.samples(SAMPLES).forEach(sample -> findings.offer(NumberNode.of(sample)));
      for (int digits = 2; digits <= MOST_DIGITS && !findings.found(); digits++) {
        BigDecimal power = BigDecimal.TEN.pow(digits - 1);
        if (numbers.contains(power)) {
          findings.offer(NumberNode.of(power)); // a text of so many characters
        }
      }
      findings.doubt("numbers that are allowed before and refused after were not found");
    }
    if (!findings.found() && emptiness(strings) != Emptiness.EMPTY) {
      offer(strings, 1, findings);
      if (!findings.found()) {
        offer(strings, SAMPLES, findings);
      }
      findings.doubt(
          emptiness(strings) == Emptiness.INHABITED
              ? "the strings that tell them apart are too long to be written out"
              : "the difference of the strings could not be decided");
    }
  }

  private void offer(StringSet strings, int count, Findings findings) {
    samples
        .computeIfAbsent(new Wanted(strings, count), wanted -> wanted.from.samples(wanted.count))
        .forEach(sample -> findings.offer(StringNode.of(sample)));
  }

  private record Wanted(StringSet from, int count) {}

  /** Collects candidates until one is confirmed keyword by keyword. */
  private final class Findings {
    private final Question question;
    private Answer answer = Empty.EMPTY;

    Findings(Question question) {
      this.question = question;
    }

    boolean found() {
      return answer instanceof Inhabited;
    }

    Answer answer() {
      return answer;
    }

    void offer(Answer other) {
      if (other instanceof Inhabited inhabited) {
        offer(inhabited.value());
        doubt("a value was found that no keyword-by-keyword check confirms");
      } else if (other instanceof Unknown unknown) {
        doubt(unknown.reason());
      }
    }

    Tri offer(Node value) {
      Tri holds = found() ? Tri.YES : holding(question, value);
      if (!found() && holds == Tri.YES) {
        answer = new Inhabited(value);
      }
      return holds;
    }

    void doubt(String reason) {
      if (answer instanceof Empty) {
        answer = new Unknown(reason);
      }
    }
  }

  private boolean holds(Question question, Node value) {
    return holding(question, value) == Tri.YES;
  }

  /* Whether the value is what is asked for. */
  private Tri holding(Question question, Node value) {
    Tri holds = evaluator.accepts(question.in, value);
    for (Schema schema : question.out) {
      holds = holds.and(() -> evaluator.accepts(schema, value).not());
    }
    return holds;
  }
}

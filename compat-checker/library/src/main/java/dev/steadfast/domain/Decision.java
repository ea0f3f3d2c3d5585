package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A Boolean function of yes-or-no questions (atoms), as a reduced ordered binary decision diagram.
 * Two functions are equal exactly when their diagrams are; atoms are taken as independent of each
 * other.
 */
// A shared node is met many times: only identity keeps the work linear.
@SuppressWarnings({"ReferenceEquality", "IdentityHashMapUsage"})
final class Decision<A extends Comparable<A>> {

  /* More nodes or steps than any honest schema needs; past them an operation gives up. */
  private static final int MAX_NODES = 2_000;
  private static final int MAX_STEPS = 40_000;

  private static final Decision<?> TRUE = new Decision<>(null, null, null, 1);
  private static final Decision<?> FALSE = new Decision<>(null, null, null, 0);

  private final @Nullable A atom;
  private final @Nullable Decision<A> yes;
  private final @Nullable Decision<A> no;
  private final int hash;

  private Decision(
      @Nullable A atom, @Nullable Decision<A> yes, @Nullable Decision<A> no, int hash) {
    this.atom = atom;
    this.yes = yes;
    this.no = no;
    this.hash = hash;
  }

  /** One question with its answer. */
  record Literal<A>(A atom, boolean holds) {}

  @SuppressWarnings("unchecked") // a constant has no atom
  static <A extends Comparable<A>> Decision<A> constant(boolean value) {
    return (Decision<A>) (value ? TRUE : FALSE);
  }

  static <A extends Comparable<A>> Decision<A> atom(A atom) {
    return node(atom, constant(true), constant(false));
  }

  private static <A extends Comparable<A>> Decision<A> node(
      A atom, Decision<A> yes, Decision<A> no) {
    return new Decision<>(atom, yes, no, (atom.hashCode() * 31 + yes.hash) * 31 + no.hash);
  }

  boolean isTrue() {
    return this == TRUE;
  }

  boolean isFalse() {
    return this == FALSE;
  }

  private A question() {
    return Objects.requireNonNull(atom);
  }

  private Decision<A> child(boolean holds) {
    return Objects.requireNonNull(holds ? yes : no);
  }

  Decision<A> not() {
    return new Combination<A>().shared(this, true);
  }

  /** Empty when the result would be too large. */
  Optional<Decision<A>> and(Decision<A> other) {
    if (isFalse() || other.isTrue() || equals(other)) {
      return Optional.of(this);
    }
    if (isTrue() || other.isFalse()) {
      return Optional.of(other);
    }
    return Optional.ofNullable(new Combination<A>().and(this, other));
  }

  /** Empty when the result would be too large. */
  Optional<Decision<A>> or(Decision<A> other) {
    return not().and(other.not()).map(Decision::not);
  }

  /** The value of the function when each question is answered; UNKNOWN only if it matters. */
  Tri value(Function<A, Tri> answers) {
    return value(answers, new IdentityHashMap<>());
  }

  private Tri value(Function<A, Tri> answers, Map<Decision<A>, Tri> known) {
    if (atom == null) {
      return Tri.of(isTrue());
    }
    Tri value = known.get(this);
    if (value == null) {
      Tri answer = answers.apply(atom);
      if (answer != Tri.UNKNOWN) {
        value = child(answer == Tri.YES).value(answers, known);
      } else {
        Tri whenYes = child(true).value(answers, known);
        value = whenYes == child(false).value(answers, known) ? whenYes : Tri.UNKNOWN;
      }
      known.put(this, value);
    }
    return value;
  }

  /** Says which conjunctions of answers are worth following. */
  interface Visitor<A> {
    /** Whether the literals, of which the last is new, can hold together. */
    boolean enter(List<Literal<A>> literals);

    /** A whole conjunction under which the function is true; false stops the visit. */
    boolean found(List<Literal<A>> literals);
  }

  /** Shows the visitor every conjunction of answers that makes the function true. */
  void visit(Visitor<A> visitor) {
    visit(visitor, new ArrayList<>());
  }

  private boolean visit(Visitor<A> visitor, List<Literal<A>> literals) {
    if (atom == null) {
      return isFalse() || visitor.found(literals);
    }
    for (boolean holds : new boolean[] {true, false}) {
      literals.add(new Literal<>(question(), holds));
      if (!child(holds).isFalse()
          && visitor.enter(literals)
          && !child(holds).visit(visitor, literals)) {
        return false;
      }
      literals.remove(literals.size() - 1);
    }
    return true;
  }

  /** All questions that matter, sorted. */
  Set<A> atoms() {
    Set<A> atoms = new TreeSet<>();
    collect(atoms, Collections.newSetFromMap(new IdentityHashMap<>()));
    return atoms;
  }

  private void collect(Set<A> atoms, Set<Decision<A>> seen) {
    if (atom != null && seen.add(this)) {
      atoms.add(atom);
      child(true).collect(atoms, seen);
      child(false).collect(atoms, seen);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // diagrams over other atoms differ in an atom or are constants
  public boolean equals(@Nullable Object other) {
    return other instanceof Decision && same(this, (Decision<A>) other, new IdentityHashMap<>());
  }

  private static <A extends Comparable<A>> boolean same(
      Decision<A> left, Decision<A> right, Map<Decision<A>, Set<Decision<A>>> compared) {
    if (left == right) {
      return true;
    }
    if (left.hash != right.hash || left.atom == null || right.atom == null) {
      return false;
    }
    if (!compared
        .computeIfAbsent(left, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(right)) {
      return true;
    }
    return left.atom.equals(right.atom)
        && same(left.child(true), right.child(true), compared)
        && same(left.child(false), right.child(false), compared);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** One operation: its nodes are shared, so that equal functions are the same node. */
  private static final class Combination<A extends Comparable<A>> {

    private record Parts<A extends Comparable<A>>(A atom, IdentityKey<A> yes, IdentityKey<A> no) {}

    private record Operands<A extends Comparable<A>>(IdentityKey<A> left, IdentityKey<A> right) {}

    private final Map<Parts<A>, Decision<A>> nodes = new HashMap<>();
    private final Map<Operands<A>, Decision<A>> results = new HashMap<>();
    private final IdentityHashMap<Decision<A>, Decision<A>> converted = new IdentityHashMap<>();

    /** Null when too large. */
    @Nullable Decision<A> and(Decision<A> left, Decision<A> right) {
      return conjunction(shared(left, false), shared(right, false));
    }

    Decision<A> shared(Decision<A> decision, boolean negated) {
      if (decision.atom == null) {
        return negated ? constant(decision.isFalse()) : decision;
      }
      Decision<A> result = converted.get(decision);
      if (result == null) {
        result =
            make(
                decision.atom,
                shared(decision.child(true), negated),
                shared(decision.child(false), negated));
        converted.put(decision, result);
      }
      return result;
    }

    private @Nullable Decision<A> conjunction(Decision<A> left, Decision<A> right) {
      if (left.isFalse() || right.isTrue() || left == right) {
        return left;
      }
      if (left.isTrue() || right.isFalse()) {
        return right;
      }
      Operands<A> operands = new Operands<>(new IdentityKey<>(left), new IdentityKey<>(right));
      Decision<A> known = results.get(operands);
      if (known != null) {
        return known;
      }
      if (nodes.size() > MAX_NODES || results.size() > MAX_STEPS) {
        return null;
      }
      int order = left.question().compareTo(right.question());
      A atom = order <= 0 ? left.question() : right.question();
      Decision<A> yes =
          conjunction(order <= 0 ? left.child(true) : left, order >= 0 ? right.child(true) : right);
      if (yes == null) {
        return null;
      }
      Decision<A> no =
          conjunction(
              order <= 0 ? left.child(false) : left, order >= 0 ? right.child(false) : right);
      if (no == null) {
        return null;
      }
      Decision<A> result = make(atom, yes, no);
      results.put(operands, result);
      return result;
    }

    private Decision<A> make(A atom, Decision<A> yes, Decision<A> no) {
      if (yes == no) {
        return yes;
      }
      return nodes.computeIfAbsent(
          new Parts<>(atom, new IdentityKey<>(yes), new IdentityKey<>(no)),
          key -> node(atom, yes, no));
    }
  }

  /** A node as a key: the same node, not an equal one. */
  private record IdentityKey<A extends Comparable<A>>(Decision<A> node) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof IdentityKey && ((IdentityKey<?>) other).node == node;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(node);
    }
  }
}

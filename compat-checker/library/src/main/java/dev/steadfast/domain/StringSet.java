package dev.steadfast.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of JSON strings; lengths are in Unicode code points. Closed under and, or and not. Members
 * that contain an unpaired surrogate are not looked for.
 */
public final class StringSet {

  /*
   * A rule, and the strings for which the rule does not hold: those that were listed one by one. An
   * exception that says what the rule says is removed.
   */
  private static final int MAX_CONJUNCTIONS = 2_000;
  private static final int MAX_SAMPLED = 8;

  private static final StringSet NONE = new StringSet(new TreeMap<>(), Decision.constant(false));
  private static final StringSet ALL = new StringSet(new TreeMap<>(), Decision.constant(true));

  private final SortedMap<String, Tri> exceptions;
  private final Decision<StringAtom> rule;

  /** Once computed. */
  private volatile @Nullable Emptiness emptiness;

  private StringSet(SortedMap<String, Tri> exceptions, Decision<StringAtom> rule) {
    this.exceptions = exceptions;
    this.rule = rule;
  }

  public static StringSet all() {
    return ALL;
  }

  public static StringSet none() {
    return NONE;
  }

  public static StringSet of(Collection<String> values) {
    SortedMap<String, Tri> members = new TreeMap<>();
    values.forEach(value -> members.put(value, Tri.YES));
    return new StringSet(members, Decision.constant(false));
  }

  /**
   * The strings whose length is in an interval.
   *
   * @param min in code points
   * @param max in code points, inclusive; null for no bound
   */
  public static StringSet length(int min, @Nullable Integer max) {
    StringSet least = min <= 0 ? ALL : matching(new MinimumLength(min));
    if (max == null || max == Integer.MAX_VALUE) {
      return least;
    }
    return max < 0 ? NONE : least.and(matching(new MinimumLength(max + 1)).not());
  }

  /** The strings in which an ECMA-262 regular expression with the {@code u} flag is found. */
  public static StringSet pattern(String pattern) {
    return Patterns.set(pattern);
  }

  /** The strings that a format allows; all strings if the format is unknown or constrains none. */
  public static StringSet format(String name) {
    return StringFormats.named(name).orElse(ALL);
  }

  /** Whether {@link #format} asserts something. */
  public static boolean isKnownFormat(String name) {
    return StringFormats.named(name).isPresent();
  }

  static StringSet matching(StringAtom atom) {
    return new StringSet(new TreeMap<>(), Decision.atom(atom));
  }

  private boolean isAll() {
    return exceptions.isEmpty() && rule.isTrue();
  }

  private boolean isNone() {
    return exceptions.isEmpty() && rule.isFalse();
  }

  public StringSet and(StringSet other) {
    if (isNone() || other.isAll()) {
      return this;
    }
    if (isAll() || other.isNone()) {
      return other;
    }
    Decision<StringAtom> both =
        rule.and(other.rule).orElseGet(() -> Decision.atom(new BothStrings(rule, other.rule)));
    SortedMap<String, Tri> values = new TreeMap<>();
    TreeSet<String> listed = new TreeSet<>(exceptions.keySet());
    listed.addAll(other.exceptions.keySet());
    for (String string : listed) {
      Tri value = contains(string).and(other.contains(string));
      if (value != ruling(both, string)) {
        values.put(string, value);
      }
    }
    return new StringSet(values, both);
  }

  public StringSet or(StringSet other) {
    return not().and(other.not()).not();
  }

  /** What is in this set and not in the other. */
  public StringSet without(StringSet other) {
    return isNone() || other.isNone() ? this : and(other.not());
  }

  public StringSet not() {
    if (isAll()) {
      return NONE;
    }
    if (isNone()) {
      return ALL;
    }
    SortedMap<String, Tri> values = new TreeMap<>();
    exceptions.forEach((string, value) -> values.put(string, value.not()));
    return new StringSet(values, rule.not());
  }

  private static Tri ruling(Decision<StringAtom> rule, String string) {
    return rule.value(atom -> atom.contains(string));
  }

  /** UNKNOWN if a pattern that is not regular could not be evaluated within its bounds. */
  public Tri contains(String string) {
    Tri exception = exceptions.get(string);
    return exception == null ? ruling(rule, string) : exception;
  }

  /** Whether it lists its members. */
  boolean isFinite() {
    return rule.isFalse();
  }

  /** The members, where they are listed; none where a rule tells them. */
  public List<String> listed() {
    return exceptions.keySet().stream()
        .filter(string -> isFinite() && exceptions.get(string) == Tri.YES)
        .toList();
  }

  public Emptiness emptiness() {
    if (exceptions.containsValue(Tri.YES) || rule.isTrue()) {
      return Emptiness.INHABITED;
    }
    if (rule.isFalse()) {
      return exceptions.isEmpty() ? Emptiness.EMPTY : Emptiness.UNKNOWN;
    }
    Emptiness answer = emptiness;
    if (answer == null) {
      Search search = new Search(1);
      rule.visit(search);
      answer = search.answer;
      emptiness = answer;
    }
    return answer;
  }

  /**
   * Up to so many members, shortest and most readable first, of a format first an example. Not
   * empty when {@link #emptiness} is INHABITED, unless every member is longer than 300,000.
   */
  public List<String> samples(int max) {
    Set<String> found = new LinkedHashSet<>();
    exceptions.entrySet().stream()
        .filter(entry -> entry.getValue() == Tri.YES)
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .limit(max)
        .forEach(found::add);
    if (found.size() < max && !rule.isFalse()) {
      Search search = new Search(MAX_SAMPLED);
      rule.visit(search);
      search.inhabited.forEach(conjunction -> found.addAll(conjunction.examples()));
      if (found.size() < max) {
        merge(search.inhabited.stream().map(each -> each.found(max)).toList(), found);
      }
    }
    return found.stream().limit(max).toList();
  }

  /** Adds all strings, always next the simplest of those that are first in their list. */
  private static void merge(List<List<String>> lists, Set<String> found) {
    List<Deque<String>> rest = new ArrayList<>();
    lists.forEach(list -> rest.add(new ArrayDeque<>(list)));
    rest.removeIf(Deque::isEmpty);
    while (!rest.isEmpty()) {
      Deque<String> simplest =
          Collections.min(rest, Comparator.comparingInt(list -> complexity(list.getFirst())));
      found.add(simplest.removeFirst());
      rest.removeIf(Deque::isEmpty);
    }
  }

  /** By length, only that no text at all comes after a single character. */
  static int complexity(String string) {
    return string.isEmpty() ? 3 : 2 * string.length();
  }

  /** Looks for conjunctions of the rule that have members besides the exceptions. */
  private final class Search implements Decision.Visitor<StringAtom> {

    private final int wanted;
    private final List<Conjunction> inhabited = new ArrayList<>();
    private Emptiness answer = Emptiness.EMPTY;
    private int visited;

    Search(int wanted) {
      this.wanted = wanted;
    }

    @Override
    public boolean enter(List<Decision.Literal<StringAtom>> literals) {
      return !(literals.get(literals.size() - 1).atom() instanceof MinimumLength)
          || Conjunction.hasLength(literals);
    }

    @Override
    public boolean found(List<Decision.Literal<StringAtom>> literals) {
      Conjunction conjunction = new Conjunction(literals, exceptions.keySet());
      Emptiness emptiness = conjunction.emptiness();
      if (emptiness == Emptiness.INHABITED) {
        inhabited.add(conjunction);
        answer = Emptiness.INHABITED;
      } else if (answer == Emptiness.EMPTY) {
        answer = emptiness;
      }
      if (++visited == MAX_CONJUNCTIONS && inhabited.isEmpty()) {
        answer = Emptiness.UNKNOWN;
      }
      return inhabited.size() < wanted && visited < MAX_CONJUNCTIONS;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StringSet that
        && exceptions.equals(that.exceptions)
        && rule.equals(that.rule);
  }

  @Override
  public int hashCode() {
    return Objects.hash(exceptions, rule);
  }
}

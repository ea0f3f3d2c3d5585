package dev.steadfast.domain;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
  private static final StringSet NONE = new StringSet(new TreeMap<>(), Decision.constant(false));
  private static final StringSet ALL = new StringSet(new TreeMap<>(), Decision.constant(true));

  private final SortedMap<String, Tri> exceptions;
  private final Decision<StringAtom> rule;

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

  /** Strings of at least {@code min} and at most {@code max} code points; null is no bound. */
  public static StringSet length(int min, @Nullable Integer max) {
    StringSet least = min <= 0 ? ALL : matching(new MinimumLength(min));
    if (max == null || max == Integer.MAX_VALUE) {
      return least;
    }
    return max < 0 ? NONE : least.and(matching(new MinimumLength(max + 1)).not());
  }

  /** The strings in which an ECMA-262 regular expression with the {@code u} flag is found. */
  public static StringSet pattern(String pattern) {
    return matching(new OpaqueText(pattern));
  }

  /** The strings that a format allows; all strings if the format is unknown or constrains none. */
  public static StringSet format(String name) {
    return ALL;
  }

  /** Whether {@link #format} asserts something. */
  public static boolean isKnownFormat(String name) {
    return false;
  }

  static StringSet matching(StringAtom atom) {
    return new StringSet(new TreeMap<>(), Decision.atom(atom));
  }

  public StringSet and(StringSet other) {
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

  public StringSet not() {
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

  public Emptiness emptiness() {
    if (exceptions.containsValue(Tri.YES) || rule.isTrue()) {
      return Emptiness.INHABITED;
    }
    if (rule.isFalse()) {
      return exceptions.containsValue(Tri.UNKNOWN) ? Emptiness.UNKNOWN : Emptiness.EMPTY;
    }
    return samples(1).isEmpty() ? Emptiness.UNKNOWN : Emptiness.INHABITED;
  }

  /** Up to so many members, shortest and most readable first. */
  public List<String> samples(int max) {
    TreeSet<String> candidates = new TreeSet<>(List.of("a", "aa", "0", "x", ""));
    exceptions.forEach((string, value) -> candidates.add(string));
    return candidates.stream().filter(s -> contains(s) == Tri.YES).limit(max).toList();
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

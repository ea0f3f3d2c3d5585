package dev.steadfast.domain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The strings in which a regular expression is found; equal by key. */
final class Regular implements StringAtom {

  private static final long MAX_STEPS = 5_000_000;
  private static final int MAX_KNOWN = 1_000;
  private static final int MAX_KNOWN_LENGTH = 100;

  private final String key;
  private final Supplier<Syntax> expression;
  private final List<String> examples;
  private final @Nullable Regular typical;

  /** Names of properties are looked at again and again. */
  private final Map<String, Tri> known = new ConcurrentHashMap<>();

  /** Once needed: most sets are only compared. */
  private volatile @Nullable Nfa automaton;

  /**
   * Compiles nothing yet.
   *
   * @param key the same for expressions that differ in spelling only
   * @param examples members, best first
   * @param typical describes what members mostly look like, if that is narrower
   */
  Regular(
      String key, Supplier<Syntax> expression, List<String> examples, @Nullable Regular typical) {
    this.key = key;
    this.expression = expression;
    this.examples = examples;
    this.typical = typical;
  }

  static Regular of(Syntax expression) {
    return new Regular(expression.toString(), () -> expression, List.of(), null);
  }

  /**
   * A machine for one search.
   *
   * @throws WorkExceeded if the expression is too large
   */
  Machine machine(Work work) {
    Nfa ready = automaton;
    if (ready == null) {
      ready = Nfa.search(expression.get());
      automaton = ready;
    }
    return new PatternMachine(ready, work);
  }

  @Override
  public Tri contains(String string) {
    Tri answer = known.get(string);
    if (answer == null) {
      answer = run(string);
      if (string.length() <= MAX_KNOWN_LENGTH && known.size() < MAX_KNOWN) {
        known.put(string, answer);
      }
    }
    return answer;
  }

  private Tri run(String string) {
    try {
      Machine machine = machine(new Work(MAX_STEPS));
      int state = machine.start();
      for (int i = 0; i < string.length() && !machine.isDead(state) && !machine.isFull(state); ) {
        int codePoint = string.codePointAt(i);
        state = machine.step(state, machine.partition().symbol(codePoint));
        i += Character.charCount(codePoint);
      }
      return Tri.of(machine.accepts(state));
    } catch (WorkExceeded tooMuch) {
      return Tri.UNKNOWN;
    }
  }

  @Override
  public List<String> examples() {
    return examples;
  }

  /** Describes what members mostly look like; null if there is nothing to add. */
  @Nullable Regular typical() {
    return typical;
  }

  @Override
  public int kind() {
    return 1;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Regular that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}

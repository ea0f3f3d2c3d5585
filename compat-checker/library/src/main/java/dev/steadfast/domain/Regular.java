package dev.steadfast.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The strings in which a regular expression is found.
 *
 * @param key the same for expressions that differ in spelling only
 * @param examples members, best first
 * @param typical describes what members mostly look like, if that is narrower
 */
record Regular(String key, Nfa automaton, List<String> examples, @Nullable Regular typical)
    implements StringAtom {

  private static final long MAX_STEPS = 5_000_000;

  @Override
  public Tri contains(String string) {
    Machine machine = machine(new Work(MAX_STEPS));
    try {
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

  Machine machine(Work work) {
    return new PatternMachine(automaton, work);
  }

  @Override
  public int kind() {
    return 1;
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

package dev.steadfast.domain;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** What two diagrams too large to be multiplied say together. */
final class BothStrings implements StringAtom {

  private static final AtomicLong COUNTER = new AtomicLong();

  private final Decision<StringAtom> left;
  private final Decision<StringAtom> right;
  private final String key = String.format(Locale.ROOT, "%020d", COUNTER.getAndIncrement());

  BothStrings(Decision<StringAtom> left, Decision<StringAtom> right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public Tri contains(String string) {
    return left.value(atom -> atom.contains(string))
        .and(right.value(atom -> atom.contains(string)));
  }

  @Override
  public int kind() {
    return 3;
  }

  @Override
  public String key() {
    return key;
  }
}

package dev.steadfast.domain;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicLong;

/** What two diagrams too large to be multiplied say together. */
final class BothNumbers implements NumberAtom {

  private static final AtomicLong COUNTER = new AtomicLong();

  private final Decision<NumberAtom> left;
  private final Decision<NumberAtom> right;
  private final long rank = COUNTER.getAndIncrement();

  BothNumbers(Decision<NumberAtom> left, Decision<NumberAtom> right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public boolean holds(BigDecimal number) {
    return left.value(atom -> Tri.of(atom.holds(number))) == Tri.YES
        && right.value(atom -> Tri.of(atom.holds(number))) == Tri.YES;
  }

  @Override
  public int compareTo(NumberAtom other) {
    return other instanceof BothNumbers that ? Long.compare(rank, that.rank) : 1;
  }
}

package dev.steadfast.spec;

/** How many more values the files of one document may hold. */
final class NodeBudget {

  private final int most;
  private int spent;

  NodeBudget(int most) {
    this.most = most;
  }

  int spent() {
    return spent;
  }

  /** Counts one value; the place is 1-based. */
  void spend(int line, int column) throws UnreadableException {
    if (++spent > most) {
      throw new UnreadableException("more than " + most + " values", line, column);
    }
  }
}

package dev.steadfast.reference.problem;

import java.util.List;

/** A request that is refused; nothing that it did stays. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Problem problem;
  private final transient List<Fault> faults;

  /**
   * A refusal.
   *
   * @param detail what went wrong with this request, for people; at most 1,000 characters
   * @param faults the places of it, where there are any
   */
  public ProblemException(Problem problem, String detail, Fault... faults) {
    this(problem, detail, List.of(faults));
  }

  /** The same, with a list. */
  public ProblemException(Problem problem, String detail, List<Fault> faults) {
    super(detail, null, false, false);
    this.problem = problem;
    this.faults = List.copyOf(faults);
  }

  /** Which kind it is. */
  public Problem problem() {
    return problem;
  }

  /** What went wrong with this request, for people. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Where it went wrong; may be empty. */
  public List<Fault> faults() {
    return faults;
  }
}

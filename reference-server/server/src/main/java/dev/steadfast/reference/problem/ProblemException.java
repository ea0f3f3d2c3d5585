package dev.steadfast.reference.problem;

import dev.steadfast.starter.problem.Fault;
import dev.steadfast.starter.problem.Problem;
import java.util.List;
import java.util.Map;

/** A request that is refused; nothing that it did stays. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final PaymentProblem problem;
  private final transient List<Fault> faults;

  /**
   * A refusal.
   *
   * @param detail what went wrong with this request, for people; at most 1,000 characters
   * @param faults the places of it, where there are any
   */
  public ProblemException(PaymentProblem problem, String detail, Fault... faults) {
    this(problem, detail, List.of(faults));
  }

  /** The same, with a list. */
  public ProblemException(PaymentProblem problem, String detail, List<Fault> faults) {
    super(detail, null, false, false);
    this.problem = problem;
    this.faults = List.copyOf(faults);
  }

  /** Which kind it is. */
  public PaymentProblem problem() {
    return problem;
  }

  /** What the request is answered with. */
  public Problem toProblem() {
    return new Problem(problem, getMessage(), faults, Map.of());
  }
}

package dev.steadfast.reference.problem;

import dev.steadfast.starter.problem.Fault;
import dev.steadfast.starter.problem.Problem;
import java.util.List;
import java.util.Map;

/** A request that is refused with a problem of the Payment API; nothing that it did stays. */
public final class ProblemException extends dev.steadfast.starter.problem.ProblemException {
  private static final long serialVersionUID = 1;

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
    super(new Problem(problem, detail, faults, Map.of()));
  }
}

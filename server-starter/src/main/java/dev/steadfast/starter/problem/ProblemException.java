package dev.steadfast.starter.problem;

/**
 * A request that is refused with a problem. Handlers, and filters inside the problem filter, throw
 * it; it has no stack trace, since it reports no fault of the server.
 */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** Refuses with this problem. */
  public ProblemException(Problem problem) {
    super(problem.detail() == null ? problem.kind().title() : problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** What the answer says. */
  public Problem problem() {
    return problem;
  }
}

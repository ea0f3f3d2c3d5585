package dev.steadfast.starter.problem;

/** The starter's kinds with their own titles and statuses, and types below one base. */
record DefaultKinds(String typeBase) implements ProblemKinds {

  @Override
  public ProblemKind of(StandardProblem problem) {
    return new NamedKind(problem.type(typeBase), problem.title(), problem.status());
  }
}

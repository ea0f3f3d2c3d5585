package dev.steadfast.starter.problem;

import org.springframework.http.HttpStatus;

/**
 * Which kind of the application each of the starter's kinds is. A bean of this type replaces the
 * default, under which a kind keeps its title and status and gets a type below {@code
 * steadfast.problem.type-base}.
 */
@FunctionalInterface
public interface ProblemKinds {

  /** The kind to answer with; its status may be another one. */
  ProblemKind of(StandardProblem problem);

  /**
   * The kind of a status that no {@link StandardProblem} stands for: {@code about:blank} with the
   * status' own phrase as title (RFC 9457 §4.2.1).
   *
   * @param status 400 to 599
   */
  default ProblemKind ofStatus(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return new NamedKind("about:blank", known == null ? "Error" : known.getReasonPhrase(), status);
  }
}

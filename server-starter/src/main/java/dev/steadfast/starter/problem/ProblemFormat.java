package dev.steadfast.starter.problem;

import jakarta.servlet.http.HttpServletRequest;

/**
 * How problems look in the answers to some requests: for a version that had errors of its own
 * before RFC 9457. A bean of this type is asked before the standard format, in {@code @Order}.
 */
public interface ProblemFormat {

  /** Whether it formats the answers to this request. */
  boolean appliesTo(HttpServletRequest request);

  /** The {@code Content-Type} of its bodies. */
  String contentType();

  /**
   * What the body says, as an object that the application's JSON mapper writes.
   *
   * @param problem its kind is the application's own ({@link ProblemKinds})
   */
  Object body(Problem problem, HttpServletRequest request);
}

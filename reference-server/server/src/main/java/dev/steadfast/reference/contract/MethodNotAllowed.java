package dev.steadfast.reference.contract;

import dev.steadfast.starter.problem.ProblemKind;

/**
 * A method that the address does not have; the specifications name no type for it (RFC 9457
 * §4.2.1).
 */
enum MethodNotAllowed implements ProblemKind {
  KIND;

  @Override
  public String type() {
    return "about:blank";
  }

  @Override
  public String title() {
    return "Method Not Allowed";
  }

  @Override
  public int status() {
    return 405;
  }
}

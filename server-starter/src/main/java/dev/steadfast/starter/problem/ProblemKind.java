package dev.steadfast.starter.problem;

/**
 * A kind of problem: what every answer about it has in common. An application names its own kinds
 * in an enum that implements this.
 */
public interface ProblemKind {

  /** The URI reference that names the kind (RFC 9457 §3.1.1). */
  String type();

  /** The kind for people, the same for every problem of it (RFC 9457 §3.1.3). */
  String title();

  /** The status code of its answers, 400 to 599. */
  int status();
}

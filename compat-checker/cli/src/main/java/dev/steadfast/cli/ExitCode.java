package dev.steadfast.cli;

/** How the process ends; the larger one counts when there is more than one answer. */
final class ExitCode {

  /** Nothing at or above {@code --fail-on}. */
  static final int CLEAN = 0;

  /** Findings. */
  static final int FINDINGS = 1;

  /** The question could not be asked. */
  static final int NO_ANSWER = 2;

  private ExitCode() {}
}

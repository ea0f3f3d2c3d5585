package dev.steadfast.cli;

/** How the process ends; the larger one counts when there is more than one answer. */
public final class ExitCode {

  /** Nothing at or above {@code --fail-on}. */
  public static final int CLEAN = 0;

  /** Findings. */
  public static final int FINDINGS = 1;

  /** The question could not be asked. */
  public static final int NO_ANSWER = 2;

  private ExitCode() {}
}

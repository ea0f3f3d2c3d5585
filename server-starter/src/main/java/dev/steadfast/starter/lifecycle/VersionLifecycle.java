package dev.steadfast.starter.lifecycle;

import java.util.List;

/**
 * The life of one version.
 *
 * @param version its name, such as {@code v1}
 * @param basePath where it is served, such as {@code /v1}; below the context path
 * @param end how it ends; {@link End#NONE} when nothing is known of an end
 * @param operations those that end on their own
 */
public record VersionLifecycle(
    String version, String basePath, State state, End end, List<OperationLifecycle> operations) {

  /** Copies the list. */
  public VersionLifecycle {
    operations = List.copyOf(operations);
  }
}

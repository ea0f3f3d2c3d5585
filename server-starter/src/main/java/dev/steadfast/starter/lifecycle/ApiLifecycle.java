package dev.steadfast.starter.lifecycle;

import java.util.List;
import java.util.Optional;

/**
 * The life of an API's versions, as its lifecycle file tells it.
 *
 * @param api the API's name
 * @param versions in the order of the file
 */
public record ApiLifecycle(String api, List<VersionLifecycle> versions) {

  /** Copies the list. */
  public ApiLifecycle {
    versions = List.copyOf(versions);
  }

  /** The version of this name. */
  public Optional<VersionLifecycle> version(String name) {
    return versions.stream().filter(version -> version.version().equals(name)).findFirst();
  }

  /** The version for everything new: the last one whose state is {@code current}. */
  public Optional<VersionLifecycle> current() {
    return versions.stream()
        .filter(version -> version.state() == State.CURRENT)
        .reduce((earlier, later) -> later);
  }
}

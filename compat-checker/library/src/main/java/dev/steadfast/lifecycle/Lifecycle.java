package dev.steadfast.lifecycle;

import dev.steadfast.spec.Location;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Source;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@code lifecycle.yaml}: docs/lifecycle.schema.json describes the file.
 *
 * @param policy of the API, for versions that do not name their own
 * @param minimumNotice of the API, for what does not state its own
 * @param versions in the order of the file; names and base paths are unique
 */
public record Lifecycle(
    Location at,
    Said<String> api,
    @Nullable Said<String> policy,
    @Nullable Said<Period> minimumNotice,
    List<ApiVersion> versions) {

  public Lifecycle {
    versions = List.copyOf(versions);
  }

  /** Reads the file, all problems at once. Never throws on bytes. */
  public static Reading read(Source source) {
    return LifecycleReader.read(source);
  }

  /**
   * What came out: the lifecycle, or why there is none.
   *
   * @param lifecycle null exactly when there are problems
   */
  public record Reading(@Nullable Lifecycle lifecycle, List<Problem> problems) {

    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** The version of that name. */
  public Optional<ApiVersion> version(String name) {
    return versions.stream().filter(version -> version.name().value().equals(name)).findFirst();
  }
}

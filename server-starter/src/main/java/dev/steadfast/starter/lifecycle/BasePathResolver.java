package dev.steadfast.starter.lifecycle;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the version by the longest base path that the request is below. */
final class BasePathResolver implements VersionResolver {

  private final List<VersionLifecycle> versions;

  BasePathResolver(ApiLifecycle lifecycle) {
    this.versions =
        lifecycle.versions().stream()
            .sorted(Comparator.comparing((VersionLifecycle v) -> v.basePath().length()).reversed())
            .toList();
  }

  @Override
  public @Nullable String version(HttpServletRequest request) {
    String path = RequestPath.of(request);
    for (VersionLifecycle version : versions) {
      if (RequestPath.isBelow(path, version.basePath())) {
        return version.version();
      }
    }
    return null;
  }
}

package dev.steadfast.starter.lifecycle;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which version of the API a request is for. A bean of this type replaces the default, which
 * decides by the base path; it is for applications whose clients choose the version by a header.
 */
@FunctionalInterface
public interface VersionResolver {

  /** The version's name in the lifecycle file, or null when the request is for none of them. */
  @Nullable String version(HttpServletRequest request);
}

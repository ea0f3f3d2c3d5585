package dev.steadfast.starter.ratelimit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells who a request is counted for. A bean of this type replaces the default, which is the
 * authenticated principal in the default tier.
 */
@FunctionalInterface
public interface RateLimitClients {

  /** The client, or null for a request that is not counted, such as one without a valid token. */
  @Nullable RateLimitClient of(HttpServletRequest request);
}

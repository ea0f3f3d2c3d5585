package dev.steadfast.starter.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Whose key a request carries: two owners may use the same key for different things. A bean of this
 * type replaces the default, which is the name of the authenticated principal, and one owner for
 * all requests of an application that authenticates nobody.
 */
@FunctionalInterface
public interface IdempotencyOwner {

  /**
   * The owner, such as a merchant's id: the same for all of its tokens and sessions.
   *
   * @return null when the request is not authenticated and the application will refuse it, so that
   *     nothing is remembered
   */
  @Nullable String of(HttpServletRequest request);
}

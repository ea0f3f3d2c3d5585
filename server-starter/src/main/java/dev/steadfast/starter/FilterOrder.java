package dev.steadfast.starter;

import org.springframework.core.Ordered;

/**
 * The order of the filters of all features, outermost first.
 *
 * <p>Spring Security's filters run at -100 (Spring Boot's default). What needs no authenticated
 * caller runs before them, so that their refusals have a request id, a log line, lifecycle headers
 * and a problem as body; what counts or remembers per caller runs after them.
 */
public final class FilterOrder {

  /** {@code steadfast.request-id}: every other filter may log. */
  public static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE + 100;

  /** {@code steadfast.access-log}: sees the final status of everything inside. */
  public static final int ACCESS_LOG = Ordered.HIGHEST_PRECEDENCE + 200;

  /**
   * {@code steadfast.lifecycle}: its headers are on every answer, also on the errors of the rest.
   */
  public static final int LIFECYCLE = Ordered.HIGHEST_PRECEDENCE + 300;

  /** {@code steadfast.problem}: turns the errors of everything inside into problems. */
  public static final int PROBLEM = Ordered.HIGHEST_PRECEDENCE + 400;

  /** {@code steadfast.rate-limit}: after authentication, before anything costly. */
  public static final int RATE_LIMIT = -60;

  /** {@code steadfast.idempotency}: a refused request must not take the place of a key. */
  public static final int IDEMPOTENCY = -50;

  private FilterOrder() {}
}

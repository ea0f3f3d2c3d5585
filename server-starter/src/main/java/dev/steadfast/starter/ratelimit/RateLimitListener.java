package dev.steadfast.starter.ratelimit;

/** Hears every decision. */
@FunctionalInterface
interface RateLimitListener {

  /** Hears nothing. */
  RateLimitListener NONE = decision -> {};

  void decided(Decision decision);
}

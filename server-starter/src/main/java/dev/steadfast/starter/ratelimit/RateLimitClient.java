package dev.steadfast.starter.ratelimit;

import org.jspecify.annotations.Nullable;

/**
 * Who a request is counted for.
 *
 * @param id the same for all tokens and connections of one client
 * @param tier which limits apply; null for the default ones
 */
public record RateLimitClient(String id, @Nullable String tier) {}

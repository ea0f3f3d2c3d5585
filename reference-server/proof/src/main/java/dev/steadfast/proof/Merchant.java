package dev.steadfast.proof;

/**
 * A merchant that exists, and a token for it with every scope of a merchant.
 *
 * @param tier {@code basic} or {@code premium}
 */
public record Merchant(String id, String tier, String token) {}

package dev.steadfast.reference.merchant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A business that takes payments. Instants have microseconds.
 *
 * @param platform the subject of the token that created it; null when it came with the data
 * @param version counts the changes, from 1
 */
public record Merchant(
    String id,
    @Nullable String platform,
    MerchantData data,
    MerchantStatus status,
    Tier tier,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** Names this state of it: a strong entity tag (RFC 9110 §8.8.3), with its quotes. */
  public String entityTag() {
    return "\"" + version + "\"";
  }

  /** The next state, which has that data since then. */
  Merchant changed(MerchantData changed, Instant now) {
    return new Merchant(id, platform, changed, status, tier, version + 1, createdAt, now);
  }
}

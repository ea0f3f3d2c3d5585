package dev.steadfast.reference.merchant;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What clients say about a merchant.
 *
 * @param email unique among merchants, compared without case
 * @param country ISO 3166-1 alpha-2; never changed
 * @param metadata in the order in which it was sent
 */
public record MerchantData(
    String name,
    String email,
    String country,
    String defaultCurrency,
    @Nullable String statementDescriptor,
    @Nullable String websiteUrl,
    @Nullable Map<String, String> metadata) {
  public MerchantData {
    metadata = metadata == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }
}

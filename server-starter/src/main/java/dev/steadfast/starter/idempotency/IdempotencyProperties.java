package dev.steadfast.starter.idempotency;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feature.
 *
 * @param enabled whether the feature is there at all
 */
@ConfigurationProperties("steadfast.idempotency")
public record IdempotencyProperties(@DefaultValue("true") boolean enabled) {}

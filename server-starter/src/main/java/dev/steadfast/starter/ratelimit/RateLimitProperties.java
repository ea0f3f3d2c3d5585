package dev.steadfast.starter.ratelimit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feature.
 *
 * @param enabled whether the feature is there at all
 */
@ConfigurationProperties("steadfast.rate-limit")
public record RateLimitProperties(@DefaultValue("true") boolean enabled) {}

package dev.steadfast.starter.requestid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feature.
 *
 * @param enabled whether the feature is there at all
 */
@ConfigurationProperties("steadfast.request-id")
public record RequestIdProperties(@DefaultValue("true") boolean enabled) {}

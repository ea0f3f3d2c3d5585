package dev.steadfast.starter.lifecycle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feature.
 *
 * @param enabled whether the feature is there at all
 */
@ConfigurationProperties("steadfast.lifecycle")
public record LifecycleProperties(@DefaultValue("true") boolean enabled) {}

package dev.steadfast.starter.accesslog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the feature.
 *
 * @param enabled whether the feature is there at all
 */
@ConfigurationProperties("steadfast.access-log")
public record AccessLogProperties(@DefaultValue("true") boolean enabled) {}

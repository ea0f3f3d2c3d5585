package dev.steadfast.starter.lifecycle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the lifecycle.
 *
 * @param enabled whether answers tell the lifecycle of their version, and ended versions are
 *     answered with 410
 * @param location the lifecycle file; when the default one does not exist, the feature is silent,
 *     any other one must exist
 */
@ConfigurationProperties("steadfast.lifecycle")
public record LifecycleProperties(
    @DefaultValue("true") boolean enabled, @DefaultValue(DEFAULT_LOCATION) String location) {

  static final String DEFAULT_LOCATION = "classpath:META-INF/steadfast/lifecycle.json";
}

package dev.steadfast.starter.problem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the errors.
 *
 * @param enabled whether Spring's own errors become problem details
 * @param typeBase what comes before the name of a kind in {@code type}: a path or an absolute URI,
 *     ending in a separator
 */
@ConfigurationProperties("steadfast.problem")
public record ProblemProperties(
    @DefaultValue("true") boolean enabled, @DefaultValue("/problems/") String typeBase) {}

package dev.steadfast.starter.requestid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of request ids and trace context.
 *
 * @param enabled whether requests get a name and a place in a trace
 * @param header the header that carries the name, in requests and answers
 */
@ConfigurationProperties("steadfast.request-id")
public record RequestIdProperties(
    @DefaultValue("true") boolean enabled, @DefaultValue("X-Request-Id") String header) {}

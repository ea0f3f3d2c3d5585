package dev.steadfast.starter.accesslog;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * One log line for the outcome of each request. Off with {@code
 * steadfast.access-log.enabled=false}.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "steadfast.access-log.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AccessLogProperties.class)
public class AccessLogAutoConfiguration {}

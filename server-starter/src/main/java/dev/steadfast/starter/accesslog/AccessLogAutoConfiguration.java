package dev.steadfast.starter.accesslog;

import dev.steadfast.starter.FilterOrder;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * One log line for the outcome of each request. Off with {@code
 * steadfast.access-log.enabled=false}.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "steadfast.access-log.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AccessLogProperties.class)
public class AccessLogAutoConfiguration {

  @Bean
  FilterRegistrationBean<AccessLogFilter> accessLogFilter(AccessLogProperties properties) {
    FilterRegistrationBean<AccessLogFilter> registration =
        new FilterRegistrationBean<>(new AccessLogFilter(properties));
    registration.setName("steadfastAccessLog");
    registration.setOrder(FilterOrder.ACCESS_LOG);
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    return registration;
  }
}

package dev.steadfast.starter.requestid;

import dev.steadfast.starter.FilterOrder;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** A name for each request. Off with {@code steadfast.request-id.enabled=false}. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "steadfast.request-id.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RequestIdProperties.class)
public class RequestIdAutoConfiguration {

  @Bean
  RequestNamer requestNamer(RequestIdProperties properties) {
    return new RequestNamer(properties.header());
  }

  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIdFilter(RequestNamer namer) {
    FilterRegistrationBean<RequestIdFilter> registration =
        new FilterRegistrationBean<>(new RequestIdFilter(namer));
    registration.setName("steadfastRequestId");
    registration.setOrder(FilterOrder.REQUEST_ID);
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    return registration;
  }
}

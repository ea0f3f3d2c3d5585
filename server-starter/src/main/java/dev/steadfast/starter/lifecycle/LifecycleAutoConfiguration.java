package dev.steadfast.starter.lifecycle;

import dev.steadfast.starter.FilterOrder;
import dev.steadfast.starter.problem.ProblemAutoConfiguration;
import dev.steadfast.starter.problem.ProblemResponder;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The lifecycle of API versions on the wire. Off with {@code steadfast.lifecycle.enabled=false},
 * and when there is no lifecycle file. A bean of type {@link Clock} says what time it is.
 */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "steadfast.lifecycle.enabled", matchIfMissing = true)
@Conditional(LifecycleFileCondition.class)
@EnableConfigurationProperties(LifecycleProperties.class)
public class LifecycleAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ApiLifecycle apiLifecycle(LifecycleProperties properties, ResourceLoader loader)
      throws IOException {
    Resource file = loader.getResource(properties.location());
    try (InputStream content = file.getInputStream()) {
      return LifecycleReader.read(file.getDescription(), content);
    }
  }

  @Bean
  @ConditionalOnMissingBean
  VersionResolver versionResolver(ApiLifecycle lifecycle) {
    return new BasePathResolver(lifecycle);
  }

  @Bean
  FilterRegistrationBean<LifecycleFilter> lifecycleFilter(
      ApiLifecycle lifecycle,
      VersionResolver resolver,
      ProblemResponder problems,
      ObjectProvider<Clock> clock) {
    FilterRegistrationBean<LifecycleFilter> registration =
        new FilterRegistrationBean<>(
            new LifecycleFilter(
                resolver, new Routes(lifecycle), problems, clock.getIfUnique(Clock::systemUTC)));
    registration.setName("steadfastLifecycle");
    registration.setOrder(FilterOrder.LIFECYCLE);
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    return registration;
  }
}

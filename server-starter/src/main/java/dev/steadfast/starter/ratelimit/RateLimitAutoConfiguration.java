package dev.steadfast.starter.ratelimit;

import dev.steadfast.starter.FilterOrder;
import dev.steadfast.starter.problem.ProblemAutoConfiguration;
import dev.steadfast.starter.problem.ProblemResponder;
import dev.steadfast.starter.redis.RedisCircuit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.security.Principal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Limits on requests per client. Off with {@code steadfast.rate-limit.enabled=false}. Needs
 * Bucket4j; with Lettuce and {@code steadfast.rate-limit.redis.url} all servers count together.
 */
@AutoConfiguration(
    after = ProblemAutoConfiguration.class,
    afterName =
        "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "steadfast.rate-limit.enabled", matchIfMissing = true)
@ConditionalOnClass(Bucket.class)
@EnableConfigurationProperties(RateLimitProperties.class)
public class RateLimitAutoConfiguration {

  /** Who requests are counted for, unless the application says so. */
  @Bean
  @ConditionalOnMissingBean
  public RateLimitClients rateLimitClients() {
    return request -> {
      Principal principal = request.getUserPrincipal();
      return principal == null ? null : new RateLimitClient(principal.getName(), null);
    };
  }

  @Bean
  RateLimiter rateLimiter(RateLimitProperties properties, ObjectProvider<SharedState> shared) {
    return new RateLimiter(
        properties, shared.getIfAvailable(() -> SharedState.NONE), TimeMeter.SYSTEM_MILLISECONDS);
  }

  /** Counts requests. An application may put it into its security chain. */
  @Bean
  RateLimitFilter rateLimitFilter(
      RateLimitProperties properties,
      RateLimitClients clients,
      ProblemResponder problems,
      RateLimiter limiter,
      ObjectProvider<RateLimitListener> listener) {
    return new RateLimitFilter(
        limiter,
        clients,
        problems,
        listener.getIfAvailable(() -> RateLimitListener.NONE),
        properties.paths());
  }

  @Bean
  FilterRegistrationBean<RateLimitFilter> rateLimitFilterRegistration(RateLimitFilter filter) {
    FilterRegistrationBean<RateLimitFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(FilterOrder.RATE_LIMIT);
    return registration;
  }

  @Bean
  @ConditionalOnProperty("steadfast.rate-limit.file")
  LimitsFile rateLimitFile(RateLimitProperties properties, RateLimiter limiter) {
    if (properties.file() == null) {
      throw new IllegalStateException("steadfast.rate-limit.file is empty");
    }
    return new LimitsFile(properties.file(), properties.tiers(), limiter::replaceTiers);
  }

  /** Says what is missing, rather than letting each server count for itself. */
  @Bean
  SmartInitializingSingleton rateLimitsAreShared(
      RateLimitProperties properties, ObjectProvider<SharedState> shared) {
    return () -> {
      if (properties.redis().url() != null && shared.getIfAvailable() == null) {
        throw new IllegalStateException(
            "steadfast.rate-limit.redis.url needs io.lettuce:lettuce-core on the classpath");
      }
    };
  }

  /** What lets all servers count together. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(RedisClient.class)
  static class OnRedis {

    @Bean
    SharedState rateLimitState(RateLimitProperties properties) {
      URI url = properties.redis().url();
      if (url == null) {
        return SharedState.NONE;
      }
      LettuceConnection connection = new LettuceConnection(url);
      RedisCircuit circuit =
          new RedisCircuit("rate-limit", properties.redis().timeout(), connection::probe);
      return new RedisState(connection, circuit);
    }
  }

  /** What was decided, counted. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  static class Measured {

    @Bean
    RateLimitListener rateLimitMeters(
        ObjectProvider<MeterRegistry> registry, ObjectProvider<SharedState> shared) {
      MeterRegistry meters = registry.getIfAvailable();
      return meters == null
          ? RateLimitListener.NONE
          : new RateLimitMeters(meters, shared.getIfAvailable(() -> SharedState.NONE));
    }
  }
}

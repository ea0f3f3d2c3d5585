package dev.steadfast.starter.idempotency;

import dev.steadfast.starter.FilterOrder;
import dev.steadfast.starter.problem.ProblemAutoConfiguration;
import dev.steadfast.starter.problem.ProblemResponder;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.Principal;
import java.util.Optional;
import javax.sql.DataSource;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * One effect per {@code Idempotency-Key}, for the operations that {@code
 * steadfast.idempotency.paths} names. Off with {@code steadfast.idempotency.enabled=false}.
 *
 * <p>It needs a data source to PostgreSQL with the table of schema.sql. An application that names
 * paths and has none does not start.
 */
@AutoConfiguration(
    after = ProblemAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "steadfast.idempotency.enabled", matchIfMissing = true)
@EnableConfigurationProperties(IdempotencyProperties.class)
public class IdempotencyAutoConfiguration {

  /** Whose keys they are, unless the application says so. */
  @Bean
  @ConditionalOnMissingBean
  @Conditional(PathsAreNamed.class)
  public IdempotencyOwner idempotencyOwner() {
    return request ->
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).orElse("");
  }

  /** Says what is missing, rather than letting requests take effect twice. */
  @Bean
  @Conditional(PathsAreNamed.class)
  SmartInitializingSingleton idempotencyIsComplete(
      ObjectProvider<IdempotencyFilter> filter,
      ObjectProvider<OutcomeCache> cache,
      IdempotencyProperties properties) {
    return () -> {
      if (properties.redis().url() != null && cache.getIfAvailable() == null) {
        throw new IllegalStateException(
            "steadfast.idempotency.redis.url needs org.redisson:redisson on the classpath");
      }
      if (filter.getIfAvailable() == null) {
        throw new IllegalStateException(
            "steadfast.idempotency.paths names operations, and there is no spring-jdbc on the"
                + " classpath or not exactly one DataSource to remember their outcomes in");
      }
    };
  }

  /** Starts with {@code steadfast.idempotency.paths}: without them nothing needs a key. */
  static final class PathsAreNamed implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      String name = "steadfast.idempotency.paths";
      return context.getEnvironment().containsProperty(name)
          || context.getEnvironment().containsProperty(name + "[0]");
    }
  }

  /** The feature itself. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PathsAreNamed.class)
  @ConditionalOnClass(JdbcTemplate.class)
  @ConditionalOnSingleCandidate(DataSource.class)
  static class OnPostgres {

    @Bean
    OutcomeTable outcomeTable(DataSource dataSource, IdempotencyProperties properties) {
      return new OutcomeTable(
          new JdbcTemplate(dataSource), properties.ttl(), properties.holdTimeout());
    }

    @Bean
    IdempotencyFilter idempotencyFilter(
        OutcomeTable table,
        PlatformTransactionManager transactions,
        ObjectProvider<OutcomeCache> cache,
        IdempotencyOwner owner,
        ProblemResponder problems,
        ObjectProvider<IdempotencyListener> listener,
        IdempotencyProperties properties) {
      Once once =
          new Once(
              new Arbiter(transactions, table),
              cache.getIfAvailable(() -> OutcomeCache.NONE),
              properties.waitForFirst());
      return new IdempotencyFilter(
          once,
          owner,
          problems,
          listener.getIfAvailable(() -> IdempotencyListener.NONE),
          properties);
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilterRegistration(
        IdempotencyFilter filter) {
      FilterRegistrationBean<IdempotencyFilter> registration = new FilterRegistrationBean<>(filter);
      registration.setOrder(FilterOrder.IDEMPOTENCY);
      return registration;
    }

    @Bean
    @ConditionalOnBooleanProperty(
        name = "steadfast.idempotency.purge.enabled",
        matchIfMissing = true)
    OutcomePurge outcomePurge(OutcomeTable table, IdempotencyProperties properties) {
      return new OutcomePurge(table, properties.purge());
    }
  }

  /** The fast answer. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PathsAreNamed.class)
  @ConditionalOnClass(RedissonClient.class)
  static class OnRedis {

    @Bean
    OutcomeCache outcomeCache(
        ObjectProvider<RedissonClient> client, IdempotencyProperties properties) {
      RedissonClient own = client.getIfUnique();
      if (properties.redis().url() != null) {
        return new RedissonOutcomeCache(
            RedissonConnection.to(properties.redis().url(), properties.redis()), properties);
      }
      return own == null
          ? OutcomeCache.NONE
          : new RedissonOutcomeCache(RedissonConnection.over(own, properties.redis()), properties);
    }
  }

  /** What happened, counted. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PathsAreNamed.class)
  @ConditionalOnClass(MeterRegistry.class)
  static class Measured {

    @Bean
    IdempotencyListener idempotencyMeters(
        ObjectProvider<MeterRegistry> registry, ObjectProvider<OutcomeCache> cache) {
      MeterRegistry meters = registry.getIfAvailable();
      return meters == null
          ? IdempotencyListener.NONE
          : new IdempotencyMeters(meters, cache.getIfAvailable(() -> OutcomeCache.NONE));
    }
  }
}

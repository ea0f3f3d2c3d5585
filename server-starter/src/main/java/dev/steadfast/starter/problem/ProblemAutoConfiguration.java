package dev.steadfast.starter.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/**
 * Errors as problem details. Off with {@code steadfast.problem.enabled=false}: then Spring's own
 * errors look as without the starter, and the problems of its other features stay what they are.
 */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(ProblemProperties.class)
public class ProblemAutoConfiguration {

  /** Answers requests with problems, for all features and for the application. */
  @Bean
  @ConditionalOnMissingBean
  public ProblemResponder problemResponder(
      ObjectProvider<JsonMapper> json,
      ObjectProvider<ProblemKinds> kinds,
      ObjectProvider<ProblemFormat> formats,
      ProblemProperties properties) {
    return new ProblemResponder(
        json.getIfAvailable(JsonMapper::shared),
        kinds.getIfAvailable(() -> properties::kindOf),
        formats.orderedStream().toList());
  }
}

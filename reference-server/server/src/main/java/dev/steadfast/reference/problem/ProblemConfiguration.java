package dev.steadfast.reference.problem;

import dev.steadfast.starter.problem.ProblemKind;
import dev.steadfast.starter.problem.ProblemKinds;
import dev.steadfast.starter.problem.StandardProblem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the starter's problems the names that the specifications have for them. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

  @Bean
  ProblemKinds problemKinds() {
    return new ProblemKinds() {
      @Override
      public ProblemKind of(StandardProblem problem) {
        return switch (problem) {
          case FORBIDDEN -> PaymentProblem.INSUFFICIENT_SCOPE;
          case METHOD_NOT_ALLOWED -> ofStatus(problem.status());
          default -> PaymentProblem.valueOf(problem.name());
        };
      }
    };
  }
}

package dev.steadfast.starter.problem;

import dev.steadfast.starter.FilterOrder;
import dev.steadfast.starter.requestid.RequestNamer;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Errors as problem details. Off with {@code steadfast.problem.enabled=false}: then Spring's own
 * errors look as without the starter, and the problems of its other features stay what they are.
 */
@AutoConfiguration(
    after = JacksonAutoConfiguration.class,
    before = {ErrorMvcAutoConfiguration.class, WebMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(ProblemProperties.class)
public class ProblemAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ProblemKinds problemKinds(ProblemProperties properties) {
    return new DefaultKinds(properties.typeBase());
  }

  /** Answers requests with problems, for all features and for the application. */
  @Bean
  @ConditionalOnMissingBean
  public ProblemResponder problemResponder(
      ObjectProvider<JsonMapper> json, ProblemKinds kinds, ObjectProvider<ProblemFormat> formats) {
    return new ProblemResponder(
        json.getIfAvailable(JsonMapper::shared), kinds, formats.orderedStream().toList());
  }

  /** What makes problems of the errors of Spring and the container. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = "steadfast.problem.enabled", matchIfMissing = true)
  static class Errors {

    @Bean
    ExceptionProblems exceptionProblems(ObjectProvider<JsonMapper> json, ProblemKinds kinds) {
      BodyNames names = new BodyNames(json.getIfAvailable(JsonMapper::shared));
      return new ExceptionProblems(new ValidationProblems(names), kinds);
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(
        ExceptionProblems exceptions, ProblemResponder problems, ProblemKinds kinds) {
      FilterRegistrationBean<ProblemFilter> registration =
          new FilterRegistrationBean<>(new ProblemFilter(exceptions, problems, kinds));
      registration.setName("steadfastProblem");
      registration.setOrder(FilterOrder.PROBLEM);
      registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
      return registration;
    }

    /** After the application's own {@code @ExceptionHandler}s, before Spring's defaults. */
    @Bean
    WebMvcConfigurer problemExceptionResolver(
        ExceptionProblems exceptions, ProblemResponder problems) {
      return new WebMvcConfigurer() {
        @Override
        public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
          int place = 0;
          while (place < resolvers.size()
              && resolvers.get(place) instanceof ExceptionHandlerExceptionResolver) {
            place++;
          }
          resolvers.add(place, new ProblemExceptionResolver(exceptions, problems));
        }
      };
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController(ProblemResponder problems, ProblemKinds kinds) {
      return new ProblemErrorController(problems, kinds);
    }

    @Bean
    SuccessMediaType successMediaType() {
      return new SuccessMediaType();
    }

    /**
     * Not an advice, and so without effect, but Boot's own one, which would answer in another
     * format with {@code spring.mvc.problemdetails.enabled=true}, makes way for it.
     */
    @Bean
    @ConditionalOnMissingBean
    ResponseEntityExceptionHandler springProblemDetails() {
      return new ResponseEntityExceptionHandler() {};
    }
  }

  /** Only with Tomcat. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = "steadfast.problem.enabled", matchIfMissing = true)
  @ConditionalOnClass({ErrorReportValve.class, TomcatServletWebServerFactory.class})
  static class TomcatErrors {

    @Bean
    ContainerErrors containerErrors(
        ProblemResponder problems, ProblemKinds kinds, ObjectProvider<RequestNamer> namer) {
      return new ContainerErrors(problems, kinds, namer);
    }
  }
}

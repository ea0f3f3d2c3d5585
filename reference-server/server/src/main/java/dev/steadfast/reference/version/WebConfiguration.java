package dev.steadfast.reference.version;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How Spring MVC handles the versions of the API. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(new SpecifiedEnumConverter());
  }

  /** Requests are checked against the specification itself, before Spring binds them. */
  @Override
  public Validator getValidator() {
    return new Validator() {
      @Override
      public boolean supports(Class<?> type) {
        return true;
      }

      @Override
      public void validate(Object target, Errors errors) {}
    };
  }
}

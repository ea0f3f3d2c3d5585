package dev.steadfast.reference.page;

import java.util.Arrays;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads enumerations in parameters by their names in the specification, such as {@code -createdAt}.
 */
@Configuration(proxyBeanMethods = false)
class EnumParameters implements WebMvcConfigurer, ConverterFactory<String, Enum<?>> {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(this);
  }

  @Override
  public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
    // a generated enumeration shows a value as the specification writes it
    return text ->
        Arrays.stream(type.getEnumConstants())
            .filter(value -> value.toString().equals(text))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such value: '" + text + "'"));
  }
}

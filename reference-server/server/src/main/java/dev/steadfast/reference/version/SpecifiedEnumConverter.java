package dev.steadfast.reference.version;

import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads a parameter as the constant that has this value in the specification, not this name. */
final class SpecifiedEnumConverter implements ConverterFactory<String, Enum<?>> {

  @Override
  public <T extends Enum<?>> Converter<String, T> getConverter(Class<T> type) {
    T[] constants = type.getEnumConstants();
    return text -> {
      for (T constant : constants) {
        if (constant.toString().equals(text)) {
          return constant;
        }
      }
      throw new IllegalArgumentException("not one of " + type.getSimpleName() + ": '" + text + "'");
    };
  }
}

package dev.steadfast.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** All settings of all features, as they are bound from some properties. */
final class Settings {

  private Settings() {}

  /** Every {@code steadfast.*} key with its value as text; an absent value is empty. */
  static SortedMap<String, String> bound(Map<String, String> properties) {
    Binder binder = new Binder(new MapConfigurationPropertySource(properties));
    SortedMap<String, String> values = new TreeMap<>();
    for (Class<?> type : types()) {
      ConfigurationProperties annotation = type.getAnnotation(ConfigurationProperties.class);
      String prefix = annotation == null ? "" : annotation.value();
      add(values, prefix, binder.bindOrCreate(prefix, Bindable.of(type)));
    }
    return values;
  }

  /** The properties of a resource of the tests. */
  static Map<String, String> resource(String name) {
    Properties read = new Properties();
    try (InputStream file = Settings.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("there is no resource " + name);
      }
      read.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> properties = new TreeMap<>();
    read.stringPropertyNames().forEach(key -> properties.put(key, read.getProperty(key)));
    return properties;
  }

  private static List<Class<?>> types() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    List<Class<?>> types = new ArrayList<>();
    scanner
        .findCandidateComponents("dev.steadfast.starter")
        .forEach(found -> types.add(loaded(String.valueOf(found.getBeanClassName()))));
    return types;
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(Map<String, String> values, String key, @Nullable Object value) {
    if (value instanceof Record settings) {
      for (RecordComponent component : settings.getClass().getRecordComponents()) {
        add(
            values,
            key + '.' + DataObjectPropertyName.toDashedForm(component.getName()),
            value(settings, component));
      }
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((name, entry) -> add(values, key + '.' + name, entry));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (int i = 0; i < list.size(); i++) {
        add(values, list.get(i) instanceof Record ? key + '[' + i + ']' : key, joined(list, i));
      }
    } else {
      values.put(key, value == null || value.toString().equals("[]") ? "" : value.toString());
    }
  }

  /** A list of texts is one value, as it is written. */
  private static @Nullable Object joined(List<?> list, int i) {
    return list.get(i) instanceof Record
        ? list.get(i)
        : String.join(",", list.stream().map(String::valueOf).toList());
  }

  private static @Nullable Object value(Record settings, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

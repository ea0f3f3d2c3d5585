package dev.steadfast.starter.problem;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where in a body a Java property is: constraints name properties as Java does ({@code
 * authors[0].fullName}), clients as JSON does ({@code #/authors/0/full_name}).
 */
final class BodyNames {

  private final JsonMapper json;
  private final Map<JavaType, Map<String, Named>> known = new ConcurrentHashMap<>();

  /** A property as JSON has it. */
  private record Named(String name, JavaType type) {}

  BodyNames(JsonMapper json) {
    this.json = json;
  }

  /**
   * The place of a property.
   *
   * @param root of what the body was read into
   * @param path with dots between names and indices or keys in brackets; empty for the whole body
   */
  String pointer(Type root, String path) {
    List<String> steps = new ArrayList<>();
    @Nullable JavaType type = json.constructType(root);
    for (String step : split(path)) {
      if (step.startsWith("[")) {
        String key = step.substring(1, step.length() - 1);
        // a set has no indices, and its elements no pointers: stop at the set
        if (key.isEmpty()) {
          break;
        }
        steps.add(key);
        type = type == null ? null : type.getContentType();
      } else {
        Named named = type == null ? null : names(type).get(step);
        steps.add(named == null ? step : named.name());
        type = named == null ? null : named.type();
      }
    }
    return Pointer.of(steps);
  }

  /** Splits {@code a[0].b} into {@code a}, {@code [0]} and {@code b}; a key may contain dots. */
  private static List<String> split(String path) {
    List<String> steps = new ArrayList<>();
    int i = 0;
    while (i < path.length()) {
      char c = path.charAt(i);
      int end;
      if (c == '[') {
        int close = path.indexOf(']', i);
        end = close < 0 ? path.length() : close + 1;
      } else {
        i = c == '.' ? i + 1 : i;
        end = i;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
          end++;
        }
      }
      if (end > i) {
        steps.add(path.substring(i, end));
      }
      i = end;
    }
    return steps;
  }

  private Map<String, Named> names(JavaType type) {
    return known.computeIfAbsent(type, this::introspected);
  }

  private Map<String, Named> introspected(JavaType type) {
    Map<String, Named> names = new ConcurrentHashMap<>();
    for (BeanPropertyDefinition property :
        json._deserializationContext().introspectBeanDescription(type).findProperties()) {
      names.put(
          property.getInternalName(), new Named(property.getName(), property.getPrimaryType()));
    }
    return names;
  }
}

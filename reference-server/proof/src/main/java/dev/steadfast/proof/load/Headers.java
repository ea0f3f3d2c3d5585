package dev.steadfast.proof.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Header fields in the order they were sent; names are compared without case. */
public record Headers(List<Map.Entry<String, String>> fields) {

  public static final Headers NONE = new Headers(List.of());

  public Headers {
    fields = List.copyOf(fields);
  }

  /** These and one more. */
  public Headers and(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(fields);
    more.add(Map.entry(name, value));
    return new Headers(more);
  }

  /** These without all fields of that name. */
  public Headers without(String name) {
    return new Headers(
        fields.stream().filter(field -> !field.getKey().equalsIgnoreCase(name)).toList());
  }

  /** The first value of that name. */
  public Optional<String> first(String name) {
    return fields.stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  boolean contain(String name, String token) {
    return first(name).map(value -> value.toLowerCase(Locale.ROOT).contains(token)).orElse(false);
  }

  /** The lines of a message, each with its end. */
  String text() {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> field : fields) {
      out.append(field.getKey()).append(": ").append(field.getValue()).append("\r\n");
    }
    return out.toString();
  }
}

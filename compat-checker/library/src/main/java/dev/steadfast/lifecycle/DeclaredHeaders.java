package dev.steadfast.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Declares the headers of deprecation on every answer that carries them. */
final class DeclaredHeaders {

  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");
  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "Deprecation", "Since when this is deprecated (RFC 9745), as a structured-field date.",
          "Sunset", "When this ends (RFC 8594), as an HTTP-date in GMT.",
          "Link", "Where to read more, and what takes the place of this (RFC 8288).");

  private final Map<String, Object> root;
  private final BiFunction<String, String, Map<String, String>> headers;
  private boolean changed;

  /**
   * @param root of the document; it is changed
   * @param headers value by name, of the operation with this method and path
   */
  DeclaredHeaders(
      Map<String, Object> root, BiFunction<String, String, Map<String, String>> headers) {
    this.root = root;
    this.headers = headers;
  }

  /** Whether there was anything to declare. */
  boolean declare() {
    List<Operation> operations = operations();
    boolean uniform = operations.stream().map(Operation::headers).distinct().count() == 1;
    for (Operation operation : operations) {
      if (!operation.headers().isEmpty()) {
        declare(operation, uniform);
      }
    }
    return changed;
  }

  private record Operation(Map<String, Object> at, Map<String, String> headers) {}

  private List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    Map<String, Object> paths = Plain.asObject(root.get("paths"));
    for (String path : paths.keySet()) {
      Map<String, Object> item = Plain.follow(root, Plain.asObject(paths.get(path)));
      for (String method : METHODS) {
        if (item.get(method) instanceof Map<?, ?> operation) {
          all.add(
              new Operation(
                  Plain.asObject(operation), headers.apply(method.toUpperCase(Locale.ROOT), path)));
        }
      }
    }
    return all;
  }

  private void declare(Operation operation, boolean uniform) {
    Map<String, Object> responses = Plain.asObject(operation.at().get("responses"));
    for (String status : List.copyOf(responses.keySet())) {
      Map<String, Object> written = Plain.asObject(responses.get(status));
      Map<String, Object> response = Plain.follow(root, written);
      Map<String, String> missing = missing(response, operation.headers());
      if (missing.isEmpty() || status.startsWith("x-")) {
        continue;
      }
      /* A shared response that not every operation may change. */
      if (!uniform && written.containsKey("$ref")) {
        response = Plain.asObject(Plain.copy(response));
        responses.put(status, response);
      }
      Map<String, Object> declared = Plain.object(response, "headers");
      missing.forEach((name, value) -> declared.put(name, reference(name, value)));
      changed = true;
    }
  }

  private static Map<String, String> missing(
      Map<String, Object> response, Map<String, String> headers) {
    Set<String> declared = new HashSet<>();
    Plain.asObject(response.get("headers"))
        .keySet()
        .forEach(name -> declared.add(name.toLowerCase(Locale.ROOT)));
    Map<String, String> missing = new LinkedHashMap<>(headers);
    missing.keySet().removeIf(name -> declared.contains(name.toLowerCase(Locale.ROOT)));
    return missing;
  }

  /** A component for each value of a header. */
  private Map<String, Object> reference(String name, String value) {
    Map<String, Object> shared = Plain.object(Plain.object(root, "components"), "headers");
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("description", DESCRIPTIONS.getOrDefault(name, name));
    header.put("required", true);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    header.put("schema", schema);
    header.put("example", value);
    String component = name;
    for (int i = 2; shared.containsKey(component) && !header.equals(shared.get(component)); i++) {
      component = name + i;
    }
    shared.put(component, header);
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/components/headers/" + component);
    return reference;
  }
}

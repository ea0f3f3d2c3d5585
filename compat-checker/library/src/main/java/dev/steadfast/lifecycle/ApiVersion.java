package dev.steadfast.lifecycle;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the API.
 *
 * @param name {@code v1}
 * @param spec its OpenAPI document, relative to the file; null when a retired version has none
 * @param basePath where it is served, {@code /v1}
 * @param operations those that live otherwise than the version
 * @param fields those that live otherwise than the version
 */
public record ApiVersion(
    Said<String> name,
    @Nullable Said<String> spec,
    Said<String> basePath,
    Life life,
    List<ApiOperation> operations,
    List<ApiField> fields) {

  public ApiVersion {
    operations = List.copyOf(operations);
    fields = List.copyOf(fields);
  }

  /** What lives otherwise than the version, by method and path: {@code POST /payments}. */
  Optional<ApiOperation> operation(String operation) {
    return operations.stream().filter(own -> own.name().value().equals(operation)).findFirst();
  }
}

package dev.steadfast.reference.contract;

import dev.steadfast.reference.version.ApiVersion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The contracts of all versions. */
@Component
public final class Contracts {
  private final Map<ApiVersion, Contract> byVersion = new EnumMap<>(ApiVersion.class);

  Contracts() {
    for (ApiVersion version : ApiVersion.values()) {
      byVersion.put(version, Contract.of(version));
    }
  }

  /** Every operation of every version. */
  public List<Operation> operations() {
    return byVersion.values().stream().flatMap(one -> one.operations().stream()).toList();
  }

  /**
   * The operation of a request.
   *
   * @param path below the version's base path
   */
  public Optional<Operation> operation(ApiVersion version, String method, String path) {
    Found found = find(version, path);
    return found == null ? Optional.empty() : Optional.ofNullable(found.route().operation(method));
  }

  /**
   * The route of a path, with the values of the path's parameters.
   *
   * @param path below the version's base path
   */
  @Nullable Found find(ApiVersion version, String path) {
    Contract contract = byVersion.get(version);
    if (contract == null) {
      return null;
    }
    String[] steps = path.split("/", -1);
    for (Route route : contract.routes()) {
      Map<String, String> values = route.match(steps);
      if (values != null) {
        return new Found(route, values);
      }
    }
    return null;
  }

  /** A route, and the values that a path gives its parameters. */
  record Found(Route route, Map<String, String> values) {}
}

package dev.steadfast.reference.contract;

import dev.steadfast.reference.version.ApiVersion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a version, as its document describes it.
 *
 * @param id {@code operationId}
 * @param template its path below the version's base path, such as {@code /payments/{paymentId}}
 * @param scopes what the token must allow, all of it
 * @param body what it reads; absent when it reads none
 */
public record Operation(
    ApiVersion version,
    String id,
    String method,
    String template,
    Set<String> scopes,
    List<Parameter> parameters,
    @Nullable Body body) {
  /** The request attribute that holds the operation. */
  public static final String ATTRIBUTE = Operation.class.getName();

  public Operation {
    scopes = Set.copyOf(scopes);
    parameters = List.copyOf(parameters);
  }

  /**
   * What an operation reads.
   *
   * @param mediaType without parameters
   */
  record Body(String mediaType, boolean required, Schema schema) {}
}

package dev.steadfast.proof.contract;

import dev.steadfast.proof.load.Headers;
import dev.steadfast.proof.load.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to an operation, still in parts.
 *
 * @param path values of the holes, not encoded
 * @param query names and values in order, not encoded
 * @param headers without credentials
 * @param body null when there is none
 */
public record Call(
    Operation operation,
    Map<String, String> path,
    List<Map.Entry<String, String>> query,
    Headers headers,
    @Nullable String body,
    Credentials credentials) {

  /** What the sender has to show. */
  public enum Credentials {
    /** A good token with every scope. */
    GOOD,
    /** A good token that lacks the scope of the operation. */
    NO_SCOPE,
    /** Something that is no token. */
    NOT_A_TOKEN,
    NONE
  }

  public Call {
    path = new LinkedHashMap<>(path);
    query = List.copyOf(query);
  }

  /** The same where this hole of the path has this value. */
  public Call path(String name, String value) {
    Map<String, String> other = new LinkedHashMap<>(path);
    other.put(name, value);
    return new Call(operation, other, query, headers, body, credentials);
  }

  Call query(List<Map.Entry<String, String>> other) {
    return new Call(operation, path, other, headers, body, credentials);
  }

  /** The same where this query parameter has this value only. */
  Call query(String name, String value) {
    List<Map.Entry<String, String>> other = new ArrayList<>(query);
    other.removeIf(entry -> entry.getKey().equals(name));
    other.add(Map.entry(name, value));
    return query(other);
  }

  Call headers(Headers other) {
    return new Call(operation, path, query, other, body, credentials);
  }

  /** The same where this header has this value only. */
  public Call with(String name, String value) {
    return headers(headers.without(name).and(name, value));
  }

  Call body(@Nullable String other) {
    return new Call(operation, path, query, headers, other, credentials);
  }

  Call credentials(Credentials other) {
    return new Call(operation, path, query, headers, body, other);
  }

  /** As it is sent, without Authorization. */
  public Request request(String basePath) {
    String target = basePath + operation.path();
    for (Map.Entry<String, String> hole : path.entrySet()) {
      target = target.replace('{' + hole.getKey() + '}', encoded(hole.getValue()));
    }
    StringBuilder out = new StringBuilder(target);
    char mark = '?';
    for (Map.Entry<String, String> pair : query) {
      out.append(mark).append(encoded(pair.getKey())).append('=').append(encoded(pair.getValue()));
      mark = '&';
    }
    return new Request(operation.method(), out.toString(), headers, body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

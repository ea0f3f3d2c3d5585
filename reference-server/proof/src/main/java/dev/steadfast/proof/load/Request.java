package dev.steadfast.proof.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What is sent.
 *
 * @param path with the query, {@code /v2/payments?limit=5}; written as it is
 * @param headers without Host and Content-Length, which the connection adds
 * @param body sent as UTF-8; null when there is none
 */
public record Request(String method, String path, Headers headers, @Nullable String body) {

  public static Request of(String method, String path) {
    return new Request(method, path, Headers.NONE, null);
  }

  public static Request get(String path) {
    return of("GET", path);
  }

  /** A POST of a JSON body. */
  public static Request post(String path, String json) {
    return of("POST", path).with("Content-Type", "application/json").body(json);
  }

  /** The same with one header field more. */
  public Request with(String name, String value) {
    return new Request(method, path, headers.and(name, value), body);
  }

  /** The same without the header fields of that name. */
  public Request without(String name) {
    return new Request(method, path, headers.without(name), body);
  }

  public Request body(String text) {
    return new Request(method, path, headers, text);
  }

  /** The same without a body; it keeps its Content-Type. */
  public Request bare() {
    return new Request(method, path, headers, null);
  }

  /** The same with {@code Authorization: Bearer}. */
  public Request by(String token) {
    return without("Authorization").with("Authorization", "Bearer " + token);
  }

  /** The same with {@code Idempotency-Key}, quoted as RFC 9651 writes a string. */
  public Request keyed(String key) {
    return without("Idempotency-Key").with("Idempotency-Key", '"' + key + '"');
  }

  /** Whether sending it again can have no second effect. */
  boolean repeatable() {
    return method.equals("GET")
        || method.equals("HEAD")
        || headers.first("Idempotency-Key").isPresent();
  }

  /** The whole message for this host. */
  public byte[] bytes(Target target) {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(target);
    head.append("\r\n").append(headers.text());
    byte[] content = body == null ? new byte[0] : body.getBytes(UTF_8);
    if (body != null) {
      head.append("Content-Length: ").append(content.length).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(ISO_8859_1);
    return ByteBuffer.allocate(start.length + content.length).put(start).put(content).array();
  }
}

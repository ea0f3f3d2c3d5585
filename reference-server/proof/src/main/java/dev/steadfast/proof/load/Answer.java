package dev.steadfast.proof.load;

import java.util.Optional;

/**
 * What came back.
 *
 * @param body decoded as UTF-8; empty when there is none
 */
public record Answer(int status, Headers headers, String body) {

  /** {@code Retry-After} in seconds; empty without a whole number there. */
  public Optional<Integer> retryAfter() {
    return headers
        .first("Retry-After")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(Integer::valueOf);
  }

  /** Whether it is the stored answer to an earlier request. */
  public boolean replayed() {
    return headers.first("Idempotency-Replayed").filter("true"::equals).isPresent();
  }

  /** The message as it would be written, for people: start line, fields, empty line, body. */
  public String text() {
    return "HTTP/1.1 " + status + "\r\n" + headers.text() + "\r\n" + body;
  }
}

package dev.steadfast.starter.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a request, as far as it is remembered.
 *
 * @param status of the answer
 * @param headers by name, in the order in which they are sent; one value each
 * @param body as on the wire, before any content coding
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared; copying a body that nobody changes costs
record Outcome(int status, Map<String, String> headers, byte[] body) {

  /** Whether the request had an effect: only then is its answer kept. */
  boolean tookEffect() {
    return status >= 200 && status < 400;
  }

  /** Header lines, an empty line and the body (RFC 9112 §2.1). */
  byte[] answer() {
    StringBuilder head = new StringBuilder();
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] answer = new byte[start.length + body.length];
    System.arraycopy(start, 0, answer, 0, start.length);
    System.arraycopy(body, 0, answer, start.length, body.length);
    return answer;
  }

  /**
   * The outcome whose {@link #answer()} is part of some bytes.
   *
   * @param from where the answer starts; it goes to the end
   * @return empty when it is none
   */
  static Optional<Outcome> of(int status, byte[] bytes, int from) {
    Map<String, String> headers = new LinkedHashMap<>();
    int at = from;
    while (at + 1 < bytes.length) {
      int end = endOfLine(bytes, at);
      if (end < 0) {
        return Optional.empty();
      }
      if (end == at) {
        byte[] body = Arrays.copyOfRange(bytes, end + 2, bytes.length);
        return Optional.of(new Outcome(status, headers, body));
      }
      String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
      int colon = line.indexOf(": ");
      if (colon < 0) {
        return Optional.empty();
      }
      headers.put(line.substring(0, colon), line.substring(colon + 2));
      at = end + 2;
    }
    return Optional.empty();
  }

  private static int endOfLine(byte[] bytes, int from) {
    for (int i = from; i + 1 < bytes.length; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        return i;
      }
    }
    return -1;
  }
}

package dev.steadfast.proof.bad;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.steadfast.proof.load.Request;
import dev.steadfast.proof.load.Target;
import java.util.List;
import java.util.function.Function;

/**
 * A wrong request.
 *
 * @param name what is wrong, in words
 * @param method on which the length of the answer depends
 * @param message the bytes for a server
 * @param expected answers that are right, {@code 400 validation-failed}; the kind in the words of
 *     v2
 */
record Case(String name, String method, Function<Target, byte[]> message, List<String> expected) {

  static Case of(String name, Request request, String... expected) {
    return new Case(name, request.method(), request::bytes, List.of(expected));
  }

  /** One that no client library would send. */
  static Case raw(String name, String message, String... expected) {
    return new Case(
        name,
        message.substring(0, message.indexOf(' ')),
        target -> message.replace("HOST", target.toString()).getBytes(ISO_8859_1),
        List.of(expected));
  }
}

package dev.steadfast.proof.load;

/**
 * What a client wants done once, however often it has to ask.
 *
 * @param key names the intent; of a request that changes something its Idempotency-Key
 */
public record Intent(String key, Request request) {

  /** A change, sent with the key as its Idempotency-Key. */
  public static Intent change(String key, Request request) {
    return new Intent(key, request.keyed(key));
  }
}

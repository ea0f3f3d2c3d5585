package dev.steadfast.starter.ratelimit;

import io.github.bucket4j.BucketConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * So many requests of one kind in one window.
 *
 * @param kind which requests are counted together
 * @param requests in one window
 * @param window whole seconds
 */
record Quota(Kind kind, int requests, Duration window) {

  /** Which requests are counted together. */
  enum Kind {
    READ("read"),
    WRITE("write");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** Its name in headers, keys and metrics. */
    String label() {
      return label;
    }

    /** GET and HEAD read; whatever is not known to only read counts as a write. */
    static Kind of(String method) {
      return method.equals("GET") || method.equals("HEAD") ? READ : WRITE;
    }
  }

  /**
   * The bucket: full at the first request, and filled up again all at once when a window has passed
   * since then. Nothing is added in between, so that a burst gets the limit and not one more.
   */
  BucketConfiguration bucket() {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(requests).refillIntervally(requests, window))
        .build();
  }

  /**
   * The key of a client's bucket. The limit is part of it: when it changes, the next request starts
   * a new bucket, on every server as soon as it knows, without an order among them.
   */
  byte[] key(String client) {
    String key = "limit:" + kind.label() + ':' + requests + '/' + window.toSeconds() + ':' + client;
    return key.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.steadfast.starter.idempotency;

/** Hears what became of every request that needs a key. */
interface IdempotencyListener {

  /** What became of a request; the names are those in the metrics. */
  enum Event {
    /** Took effect. */
    NEW,
    /** Was refused or failed by the application; its key is not used up. */
    REFUSED,
    /** Got the answer of an earlier one. */
    REPLAYED,
    /** Came while the first one was running. */
    IN_PROGRESS,
    /** Had the key of another request. */
    REUSED,
    /** Had no key, or none that can be read. */
    KEY_MISSING,
    /** Had too long a body. */
    TOO_LARGE,
    /** PostgreSQL could not decide. */
    UNAVAILABLE
  }

  /** Hears nothing. */
  IdempotencyListener NONE = event -> {};

  void happened(Event event);
}

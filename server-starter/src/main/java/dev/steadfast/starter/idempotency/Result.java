package dev.steadfast.starter.idempotency;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request.
 *
 * @param outcome the answer, for the kinds that have one
 */
record Result(Kind kind, @Nullable Outcome outcome) {

  static final Result REUSED = new Result(Kind.REUSED, null);
  static final Result IN_PROGRESS = new Result(Kind.IN_PROGRESS, null);
  static final Result UNAVAILABLE = new Result(Kind.UNAVAILABLE, null);

  enum Kind {
    /** It took effect now, and effect and outcome are committed. */
    DONE,
    /** It was refused or failed; nothing is kept. */
    REFUSED,
    /** It took effect before. */
    REPLAYED,
    /** The key belongs to another request. */
    REUSED,
    /** The first request with the key is still running. */
    IN_PROGRESS,
    /** It cannot be said whether it took effect; the next one with the key will know. */
    UNAVAILABLE
  }

  static Result done(Outcome outcome) {
    return new Result(Kind.DONE, outcome);
  }

  static Result refused(Outcome outcome) {
    return new Result(Kind.REFUSED, outcome);
  }

  /** The result of an intent whose outcome is known. */
  static Result of(StoredOutcome stored, Intent intent) {
    return stored.fingerprint().equals(intent.fingerprint())
        ? new Result(Kind.REPLAYED, stored.outcome())
        : REUSED;
  }

  /**
   * What this result of one intent says about another one with the same key; empty when nothing.
   */
  Optional<Result> forAnother(Intent mine, Intent other) {
    boolean same = mine.fingerprint().equals(other.fingerprint());
    return switch (kind) {
      case DONE, REPLAYED -> Optional.of(same ? new Result(Kind.REPLAYED, outcome) : REUSED);
      case REUSED -> same ? Optional.of(REUSED) : Optional.empty();
      case IN_PROGRESS -> Optional.of(IN_PROGRESS);
      // it used no key up, or failed where the next one may not
      case REFUSED, UNAVAILABLE -> Optional.empty();
    };
  }
}

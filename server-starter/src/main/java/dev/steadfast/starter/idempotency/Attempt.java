package dev.steadfast.starter.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What came of one transaction for an intent.
 *
 * @param result what became of the request, for the kinds that settle it
 * @param tell what other servers should know
 */
record Attempt(Kind kind, @Nullable Result result, @Nullable StoredOutcome tell) {

  /** Another transaction has the intent. The effect was not run. */
  static final Attempt BUSY = new Attempt(Kind.BUSY, null, null);

  /** The effect was run and undone: another transaction was first, and its outcome is there now. */
  static final Attempt LOST = new Attempt(Kind.LOST, null, null);

  static final Attempt UNAVAILABLE = new Attempt(Kind.SETTLED, Result.UNAVAILABLE, null);

  enum Kind {
    SETTLED,
    BUSY,
    LOST,
    COMMITTABLE
  }

  /** The effect was run, and it and the outcome can be committed. */
  static Attempt committable(StoredOutcome stored) {
    return new Attempt(Kind.COMMITTABLE, Result.done(stored.outcome()), stored);
  }

  static Attempt refused(Outcome outcome) {
    return new Attempt(Kind.SETTLED, Result.refused(outcome), null);
  }

  static Attempt found(StoredOutcome stored, Intent intent) {
    return new Attempt(Kind.SETTLED, Result.of(stored, intent), stored);
  }
}

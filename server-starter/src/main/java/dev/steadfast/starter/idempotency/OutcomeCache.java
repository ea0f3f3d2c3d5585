package dev.steadfast.starter.idempotency;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What other servers have told about intents, without asking PostgreSQL. It may forget anything at
 * any time, and what it says about an outcome is true: it is told only after the commit.
 */
interface OutcomeCache extends AutoCloseable {

  /** Remembers nothing. */
  OutcomeCache NONE =
      new OutcomeCache() {
        @Override
        public Sight claim(UUID id, UUID holder) {
          return Sight.NOTHING;
        }

        @Override
        public Sight look(UUID id) {
          return Sight.NOTHING;
        }

        @Override
        public void release(UUID id, UUID holder) {}

        @Override
        public void store(UUID id, StoredOutcome stored) {}

        @Override
        public boolean isLost() {
          return false;
        }

        @Override
        public long skipped() {
          return 0;
        }

        @Override
        public void close() {}
      };

  /** Marks an intent as in flight, unless it is marked already or its outcome is known. */
  Sight claim(UUID id, UUID holder);

  /** What is known now. */
  Sight look(UUID id);

  /** Takes this holder's mark away. Does not wait. */
  void release(UUID id, UUID holder);

  /** Tells an outcome that is committed. Does not wait. */
  void store(UUID id, StoredOutcome stored);

  /** Whether it should remember and cannot. */
  boolean isLost();

  /** How often it could not, since the start. */
  long skipped();

  @Override
  void close();

  /**
   * What is known about an intent.
   *
   * @param mark who is at it
   * @param stored its outcome
   */
  record Sight(Mark mark, Optional<StoredOutcome> stored) {
    static final Sight NOTHING = new Sight(Mark.NONE, Optional.empty());
    static final Sight MINE = new Sight(Mark.MINE, Optional.empty());
    static final Sight ELSEWHERE = new Sight(Mark.ELSEWHERE, Optional.empty());

    static Sight of(UUID fingerprint, Outcome outcome) {
      return new Sight(
          Mark.NONE, Optional.of(new StoredOutcome(fingerprint, outcome, Duration.ZERO)));
    }
  }

  /** Who is at an intent, as far as is known. */
  enum Mark {
    NONE,
    MINE,
    ELSEWHERE
  }
}

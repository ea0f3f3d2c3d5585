package dev.steadfast.starter.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The outcomes in PostgreSQL, which decides; see schema.sql. Everything here is part of the
 * transaction of the calling thread.
 */
final class OutcomeTable {

  private static final String CLAIM =
      """
      SELECT pg_try_advisory_xact_lock(?),
             set_config('idle_in_transaction_session_timeout', ?, true),
             o.fingerprint, o.status, o.answer,
             extract(epoch FROM now() - o.created_at)
        FROM (VALUES (1)) AS one
        LEFT JOIN idempotency_outcome AS o
               ON o.id = ? AND o.created_at > now() - make_interval(secs => ?)
      """;

  /* An expired row that is not purged yet gives way; a live one does not, and nothing is inserted. */
  private static final String INSERT =
      """
      INSERT INTO idempotency_outcome AS o (created_at, id, fingerprint, status, answer)
      VALUES (now(), ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE
         SET created_at = excluded.created_at, fingerprint = excluded.fingerprint,
             status = excluded.status, answer = excluded.answer
       WHERE o.created_at <= now() - make_interval(secs => ?)
      """;

  /* Servers that purge at the same time take different rows, and nobody waits. */
  private static final String PURGE =
      """
      DELETE FROM idempotency_outcome
       WHERE ctid = ANY (ARRAY(
               SELECT ctid FROM idempotency_outcome
                WHERE created_at <= now() - make_interval(secs => ?)
                ORDER BY created_at
                LIMIT ?
                  FOR UPDATE SKIP LOCKED))
      """;

  private final JdbcTemplate jdbc;
  private final double ttlSeconds;
  private final String holdTimeoutMillis;

  OutcomeTable(JdbcTemplate jdbc, Duration ttl, Duration holdTimeout) {
    this.jdbc = jdbc;
    this.ttlSeconds = ttl.toNanos() / 1e9;
    this.holdTimeoutMillis = Long.toString(holdTimeout.toMillis());
  }

  /**
   * What PostgreSQL knows about an intent.
   *
   * @param isMine whether the intent now belongs to this transaction, until its end
   * @param stored the outcome, when there is one
   */
  record Claim(boolean isMine, Optional<StoredOutcome> stored) {}

  /**
   * Takes the intent for this transaction, unless another one has it, and looks for its outcome.
   *
   * <p>The look may be older than the lock: an outcome that was committed in between is missed, and
   * met by {@link #insert}.
   */
  Claim claim(UUID id) {
    Claim claim =
        jdbc.query(
            CLAIM,
            OutcomeTable::readClaim,
            id.getMostSignificantBits(),
            holdTimeoutMillis,
            id,
            ttlSeconds);
    if (claim == null) {
      throw new IllegalStateException("the claim has one row");
    }
    return claim;
  }

  private static Claim readClaim(ResultSet row) throws SQLException {
    row.next();
    boolean isMine = row.getBoolean(1);
    UUID fingerprint = (UUID) row.getObject(3);
    if (fingerprint == null) {
      return new Claim(isMine, Optional.empty());
    }
    byte[] answer = row.getBytes(5);
    Outcome outcome =
        Outcome.of(row.getInt(4), answer, 0)
            .orElseThrow(() -> new SQLException("idempotency_outcome.answer is no answer"));
    Duration age = Duration.ofMillis((long) (row.getDouble(6) * 1000));
    return new Claim(isMine, Optional.of(new StoredOutcome(fingerprint, outcome, age)));
  }

  /**
   * Remembers an outcome with the effect.
   *
   * @return whether it was; otherwise another transaction had the same intent and has committed,
   *     and this one must be rolled back
   */
  boolean insert(Intent intent, Outcome outcome) {
    return jdbc.update(
            INSERT,
            intent.id(),
            intent.fingerprint(),
            outcome.status(),
            outcome.answer(),
            ttlSeconds)
        == 1;
  }

  /** Removes outcomes that are older than the TTL, at most so many. Returns how many. */
  int purge(int batch) {
    return jdbc.update(PURGE, ttlSeconds, batch);
  }
}

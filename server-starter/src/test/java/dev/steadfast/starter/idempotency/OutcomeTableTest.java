package dev.steadfast.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.services.Services;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OutcomeTableTest {

  private final DriverManagerDataSource dataSource =
      new DriverManagerDataSource(
          Services.postgres().jdbcUrl(),
          Services.postgres().user(),
          Services.postgres().password());
  private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(dataSource));
  private final OutcomeTable table =
      new OutcomeTable(jdbc, Duration.ofHours(24), Duration.ofSeconds(10));
  private final Intent intent = new Intent(UUID.randomUUID(), UUID.randomUUID());
  private final Outcome outcome = new Outcome(201, Map.of("Location", "/a/1"), new byte[] {0, 1});

  @BeforeEach
  void empty() {
    jdbc.update("DELETE FROM idempotency_outcome");
  }

  @Test
  void claim_isOfOneTransactionAtATime() {
    transaction.executeWithoutResult(
        first -> {
          assertThat(table.claim(intent.id()).isMine()).isTrue();
          assertThat(new OtherThread().claims(intent.id())).isFalse();
        });
    assertThat(new OtherThread().claims(intent.id())).isTrue();
  }

  @Test
  void claim_ofAServerThatHangs_isTakenFromIt() {
    OutcomeTable impatient = new OutcomeTable(jdbc, Duration.ofHours(24), Duration.ofMillis(300));
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    first -> {
                      assertThat(impatient.claim(intent.id()).isMine()).isTrue();
                      await(() -> new OtherThread().claims(intent.id()));
                      impatient.insert(intent, outcome);
                    }))
        .isInstanceOf(RuntimeException.class);
    assertThat(claim().stored()).isEmpty();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  @Test
  void outcome_committed_isFound() {
    transaction.executeWithoutResult(first -> assertThat(table.insert(intent, outcome)).isTrue());

    StoredOutcome stored = claim().stored().orElseThrow();
    assertThat(stored.fingerprint()).isEqualTo(intent.fingerprint());
    assertThat(stored.outcome().status()).isEqualTo(201);
    assertThat(stored.outcome().headers()).isEqualTo(outcome.headers());
    assertThat(stored.outcome().body()).isEqualTo(outcome.body());
    assertThat(stored.age()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  void outcome_rolledBack_isNotFound() {
    transaction.executeWithoutResult(
        first -> {
          table.insert(intent, outcome);
          first.setRollbackOnly();
        });
    assertThat(claim().stored()).isEmpty();
  }

  @Test
  void outcome_ofALivingKey_staysTheFirst() {
    transaction.executeWithoutResult(first -> table.insert(intent, outcome));
    transaction.executeWithoutResult(second -> assertThat(table.insert(intent, outcome)).isFalse());
  }

  @Test
  void outcome_expired_isNotFoundAndGivesWay() {
    transaction.executeWithoutResult(first -> table.insert(intent, outcome));
    age(Duration.ofHours(25));

    assertThat(claim().stored()).isEmpty();
    transaction.executeWithoutResult(second -> assertThat(table.insert(intent, outcome)).isTrue());
    assertThat(claim().stored()).isPresent();
  }

  @Test
  void purge_removesWhatExpired_inBatches() {
    for (int i = 0; i < 25; i++) {
      insertAnother();
    }
    age(Duration.ofHours(25));
    insertAnother();

    assertThat(table.purge(10)).isEqualTo(10);
    assertThat(table.purge(10)).isEqualTo(10);
    assertThat(table.purge(10)).isEqualTo(5);
    assertThat(table.purge(10)).isZero();
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void purge_onTwoServers_takesDifferentRowsAndNobodyWaits() {
    for (int i = 0; i < 20; i++) {
      insertAnother();
    }
    age(Duration.ofHours(25));

    transaction.executeWithoutResult(
        first -> {
          assertThat(table.purge(8)).isEqualTo(8);
          assertThat(new OtherThread().call(() -> table.purge(100))).isEqualTo(12);
        });
    assertThat(rows()).isZero();
  }

  @Test
  void purge_readsByItsIndex() {
    for (int i = 0; i < 200; i++) {
      insertAnother();
    }
    jdbc.execute("ANALYZE idempotency_outcome");
    String plan =
        String.join(
            "\n",
            jdbc.queryForList(
                "EXPLAIN SELECT ctid FROM idempotency_outcome WHERE created_at <= now() -"
                    + " make_interval(secs => 86400) ORDER BY created_at LIMIT 10 FOR UPDATE SKIP"
                    + " LOCKED",
                String.class));
    assertThat(plan).contains("Index Scan using idempotency_outcome_oldest_first");
  }

  private void insertAnother() {
    table.insert(new Intent(UUID.randomUUID(), UUID.randomUUID()), outcome);
  }

  private void age(Duration time) {
    jdbc.update(
        "UPDATE idempotency_outcome SET created_at = created_at - make_interval(secs => ?)",
        (double) time.toSeconds());
  }

  private OutcomeTable.Claim claim() {
    OutcomeTable.Claim claim = transaction.execute(now -> table.claim(intent.id()));
    if (claim == null) {
      throw new AssertionError("no claim");
    }
    return claim;
  }

  private int rows() {
    Integer rows = jdbc.queryForObject("SELECT count(*) FROM idempotency_outcome", Integer.class);
    return rows == null ? 0 : rows;
  }

  /** Another server, for a moment: transactions are bound to threads. */
  private final class OtherThread {
    boolean claims(UUID id) {
      return call(
          () -> Boolean.TRUE.equals(transaction.execute(other -> table.claim(id).isMine())));
    }

    <T> T call(Supplier<T> work) {
      return CompletableFuture.supplyAsync(work).join();
    }
  }
}

package dev.steadfast.starter.idempotency;

import dev.steadfast.starter.idempotency.OutcomeTable.Claim;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;

/**
 * Decides with PostgreSQL whether an intent takes effect. The transaction is bound to the calling
 * thread, so that whatever the handler writes through the same data source is part of it.
 */
final class Arbiter {

  private static final Logger log = LoggerFactory.getLogger(Arbiter.class);

  private final PlatformTransactionManager transactions;
  private final OutcomeTable table;

  Arbiter(PlatformTransactionManager transactions, OutcomeTable table) {
    this.transactions = transactions;
    this.table = table;
  }

  /**
   * Runs the effect and commits it with its outcome, unless the outcome is there already or another
   * transaction is at it.
   */
  Attempt attempt(Intent intent, Effect effect) throws ServletException, IOException {
    Optional<TransactionStatus> begun = begin();
    if (begun.isEmpty()) {
      return Attempt.UNAVAILABLE;
    }
    TransactionStatus transaction = begun.get();
    Attempt attempt = Attempt.UNAVAILABLE;
    try {
      attempt = inside(transaction, intent, effect);
    } finally {
      if (attempt.kind() != Attempt.Kind.COMMITTABLE) {
        rollBack(transaction);
      }
    }
    return attempt.kind() == Attempt.Kind.COMMITTABLE
        ? commit(transaction, attempt, effect)
        : attempt;
  }

  /** The outcome of an intent that another transaction has committed. */
  Attempt find(Intent intent) {
    Optional<TransactionStatus> begun = begin();
    if (begun.isEmpty()) {
      return Attempt.UNAVAILABLE;
    }
    try {
      return ask("claim", () -> table.claim(intent.id()))
          .flatMap(Claim::stored)
          .map(stored -> Attempt.found(stored, intent))
          .orElse(Attempt.UNAVAILABLE);
    } finally {
      rollBack(begun.get());
    }
  }

  private Attempt inside(TransactionStatus transaction, Intent intent, Effect effect)
      throws ServletException, IOException {
    Optional<Claim> claim = ask("claim", () -> table.claim(intent.id()));
    if (claim.isEmpty()) {
      return Attempt.UNAVAILABLE;
    }
    if (claim.get().stored().isPresent()) {
      return Attempt.found(claim.get().stored().get(), intent);
    }
    if (!claim.get().isMine()) {
      return Attempt.BUSY;
    }
    Outcome outcome = effect.run();
    if (!outcome.tookEffect()) {
      return Attempt.refused(outcome);
    }
    if (transaction.isRollbackOnly()) {
      effect.undo();
      throw new IllegalStateException(
          "the handler answered " + outcome.status() + " and gave its transaction up");
    }
    Optional<Boolean> inserted = ask("insert", () -> table.insert(intent, outcome));
    if (inserted.isPresent() && inserted.get()) {
      return Attempt.committable(new StoredOutcome(intent.fingerprint(), outcome, Duration.ZERO));
    }
    effect.undo();
    return inserted.isPresent() ? Attempt.LOST : Attempt.UNAVAILABLE;
  }

  private Optional<TransactionStatus> begin() {
    try {
      return Optional.of(transactions.getTransaction(TransactionDefinition.withDefaults()));
    } catch (TransactionException e) {
      warn("begin", e);
      return Optional.empty();
    }
  }

  private Attempt commit(TransactionStatus transaction, Attempt attempt, Effect effect) {
    try {
      transactions.commit(transaction);
      return attempt;
    } catch (DataIntegrityViolationException e) {
      // a constraint that is checked at commit: certainly not committed, and no better next time
      effect.undo();
      throw e;
    } catch (TransactionException | DataAccessException e) {
      // the connection may have been lost before or after PostgreSQL committed
      effect.undo();
      warn("commit", e);
      return Attempt.UNAVAILABLE;
    }
  }

  private void rollBack(TransactionStatus transaction) {
    try {
      transactions.rollback(transaction);
    } catch (TransactionException | DataAccessException e) {
      // the connection is gone, and PostgreSQL rolls back what it leaves behind
      log.debug("rollback failed", e);
    }
  }

  /** Empty when PostgreSQL cannot answer now; what is wrong with the statement itself is thrown. */
  private static <T> Optional<T> ask(String step, Supplier<T> statement) {
    try {
      return Optional.of(statement.get());
    } catch (InvalidDataAccessResourceUsageException | DataIntegrityViolationException e) {
      throw e;
    } catch (DataAccessException e) {
      warn(step, e);
      return Optional.empty();
    }
  }

  private static void warn(String step, NestedRuntimeException e) {
    log.atWarn()
        .setMessage("PostgreSQL cannot decide on an Idempotency-Key")
        .addKeyValue("step", step)
        .addKeyValue("reason", e.getMostSpecificCause().getMessage())
        .log();
  }
}

package dev.steadfast.starter.idempotency;

import dev.steadfast.starter.idempotency.IdempotencyProperties.Purge;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Removes outcomes that are older than the TTL, in batches, on a thread of its own. */
final class OutcomePurge implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OutcomePurge.class);

  private final OutcomeTable table;
  private final int batch;
  private final Duration interval;
  private final Thread thread;

  OutcomePurge(OutcomeTable table, Purge settings) {
    this.table = table;
    this.batch = settings.batch();
    this.interval = settings.interval();
    this.thread = new Thread(this::work, "idempotency-purge");
    thread.setDaemon(true);
    thread.start();
  }

  /** Removes all that is too old now. Each batch is a transaction. Returns how many. */
  long run() {
    long removed = 0;
    int last;
    do {
      last = table.purge(batch);
      removed += last;
    } while (last == batch && !Thread.currentThread().isInterrupted());
    return removed;
  }

  private void work() {
    try {
      // servers that start together do not purge together
      Thread.sleep(ThreadLocalRandom.current().nextLong(interval.toMillis() + 1));
      while (true) {
        quietly();
        Thread.sleep(interval.toMillis());
      }
    } catch (InterruptedException e) {
      // closed
      Thread.currentThread().interrupt();
    }
  }

  private void quietly() {
    try {
      long removed = run();
      if (removed > 0) {
        log.atInfo()
            .setMessage("Old idempotency outcomes removed")
            .addKeyValue("rows", removed)
            .log();
      }
    } catch (DataAccessException | TransactionException e) {
      log.atWarn()
          .setMessage("Old idempotency outcomes not removed, next try in a while")
          .addKeyValue("reason", e.getMostSpecificCause().getMessage())
          .log();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}

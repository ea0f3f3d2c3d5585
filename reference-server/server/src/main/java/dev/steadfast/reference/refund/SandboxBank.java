package dev.steadfast.reference.refund;

import dev.steadfast.reference.id.IdGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The bank of the sandbox: some time after a refund was created it accepts it, or refuses it when
 * the payment was made with {@code pm_card_refund_refused}. Runs on every server; each refund is
 * decided once.
 */
@Component
class SandboxBank {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxBank.class);
  private static final String REFUSING = "pm_card_refund_refused";
  private static final int BATCH = 500;

  private final RefundStore store;
  private final RefundProperties properties;
  private final Clock clock;
  private final IdGenerator ids;

  SandboxBank(RefundStore store, RefundProperties properties, Clock clock, IdGenerator ids) {
    this.store = store;
    this.properties = properties;
    this.clock = clock;
    this.ids = ids;
  }

  /** Decides about all refunds that are due; what cannot be done now is done the next time. */
  @Scheduled(fixedDelayString = "${refund.decision-interval:1s}")
  void run() {
    try {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      List<RefundStore.Due> due;
      do {
        due = store.due(now.minus(properties.decisionAfter()), BATCH);
        due.forEach(refund -> decide(refund, now));
      } while (due.size() == BATCH);
    } catch (NestedRuntimeException e) {
      LOG.atWarn()
          .addKeyValue("error", e.getMostSpecificCause().getClass().getSimpleName())
          .log("refunds cannot be decided now");
    }
  }

  private void decide(RefundStore.Due refund, Instant now) {
    if (refund.paymentMethod().equals(REFUSING)) {
      store.fail(refund.id(), now, ids.next("txn_", now));
    } else {
      store.succeed(refund.id(), now);
    }
  }
}

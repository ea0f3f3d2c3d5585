package dev.steadfast.reference.payment;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends authorisations that were not captured in time. Runs on every server; they share the work.
 */
@Component
class Expiry {
  private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
  private static final int BATCH = 500;

  private final PaymentStore store;
  private final Clock clock;

  Expiry(PaymentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Ends all that are due; what cannot be done now is done the next time. */
  @Scheduled(fixedDelayString = "${payment.expiry-interval:1s}")
  void run() {
    try {
      int ended = BATCH;
      while (ended == BATCH) {
        ended = store.expire(clock.instant(), BATCH);
      }
    } catch (NestedRuntimeException e) {
      LOG.atWarn()
          .addKeyValue("error", e.getMostSpecificCause().getClass().getSimpleName())
          .log("authorisations cannot be ended now");
    }
  }
}

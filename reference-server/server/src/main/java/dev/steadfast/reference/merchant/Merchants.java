package dev.steadfast.reference.merchant;

import dev.steadfast.reference.id.IdGenerator;
import dev.steadfast.reference.money.Currencies;
import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.reference.security.Caller;
import dev.steadfast.starter.problem.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** What platforms and merchants can do with merchants; the same for every version of the API. */
@Service
public class Merchants {
  private static final int MOST_LABELS = 20;

  private final MerchantStore store;
  private final Clock clock;
  private final IdGenerator ids = new IdGenerator();

  Merchants(MerchantStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A new merchant of the caller's platform. */
  public Merchant create(Caller caller, MerchantData data) {
    checkCurrency(data);
    Instant now = now();
    Merchant merchant =
        new Merchant(
            ids.next("mer_", now),
            caller.subject(),
            data,
            MerchantStatus.ACTIVE,
            Tier.BASIC,
            1,
            now,
            now);
    if (!store.insert(merchant)) {
      throw exists();
    }
    return merchant;
  }

  /** The merchant as it is now, when the caller is it or the platform that created it. */
  public Merchant get(Caller caller, String id) {
    return store
        .find(id)
        .filter(merchant -> sees(caller, merchant))
        .orElseThrow(
            () -> new ProblemException(PaymentProblem.NOT_FOUND, "There is nothing with this id."));
  }

  /**
   * Changes the merchant. A patch that changes nothing leaves the version as it is.
   *
   * @param expected the entity tag of the state that the change is based on; null for any
   */
  Merchant change(Caller caller, String id, @Nullable String expected, MergePatch patch) {
    while (true) {
      Merchant current = get(caller, id);
      if (current.status() == MerchantStatus.SUSPENDED) {
        throw new ProblemException(
            PaymentProblem.MERCHANT_SUSPENDED, "The merchant " + id + " is suspended.");
      }
      if (expected != null && !expected.equals(current.entityTag())) {
        throw new ProblemException(
            PaymentProblem.PRECONDITION_FAILED,
            "The current state is " + current.entityTag() + ", If-Match names " + expected + ".");
      }
      MerchantData data = patch.apply(current.data());
      if (data.equals(current.data())) {
        return current;
      }
      checkCurrency(data);
      checkLabels(data);
      Merchant changed = current.changed(data, now());
      if (update(changed)) {
        return changed;
      }
      // another change came first: look again, which refuses this one if it named a state
    }
  }

  private boolean update(Merchant merchant) {
    try {
      return store.update(merchant);
    } catch (DuplicateKeyException e) {
      throw exists();
    }
  }

  private static boolean sees(Caller caller, Merchant merchant) {
    return caller.merchant() == null
        ? caller.subject().equals(merchant.platform())
        : caller.merchant().equals(merchant.id());
  }

  private static void checkCurrency(MerchantData data) {
    if (Currencies.decimals(data.defaultCurrency()).isEmpty()) {
      throw new ProblemException(
          PaymentProblem.VALIDATION_FAILED,
          "The request has one fault.",
          Fault.at("#/defaultCurrency", "must be a currency in circulation"));
    }
  }

  private static void checkLabels(MerchantData data) {
    int labels = data.metadata() == null ? 0 : data.metadata().size();
    if (labels > MOST_LABELS) {
      throw new ProblemException(
          PaymentProblem.METADATA_FULL,
          "The merchant would have " + labels + " labels, " + MOST_LABELS + " are allowed.",
          Fault.at("#/metadata", "adds a label too many"));
    }
  }

  private static ProblemException exists() {
    return new ProblemException(
        PaymentProblem.MERCHANT_EXISTS,
        "Another merchant has this email.",
        Fault.at("#/email", "is taken"));
  }

  private Instant now() {
    // the database keeps microseconds
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

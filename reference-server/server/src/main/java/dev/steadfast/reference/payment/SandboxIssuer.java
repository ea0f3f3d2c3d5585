package dev.steadfast.reference.payment;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The issuer of the sandbox: accepts every payment method but those made to be refused. */
@Component
final class SandboxIssuer {
  private static final Map<String, FailureCode> REFUSED =
      Map.of(
          "pm_card_declined", FailureCode.CARD_DECLINED,
          "pm_card_insufficient_funds", FailureCode.INSUFFICIENT_FUNDS,
          "pm_card_expired", FailureCode.EXPIRED_CARD,
          "pm_card_processing_error", FailureCode.PROCESSING_ERROR);

  /** Why the issuer refuses; empty when it authorises. */
  Optional<FailureCode> refusal(String paymentMethod) {
    return Optional.ofNullable(REFUSED.get(paymentMethod));
  }
}

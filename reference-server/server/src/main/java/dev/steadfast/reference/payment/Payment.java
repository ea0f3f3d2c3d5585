package dev.steadfast.reference.payment;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An amount that a customer pays to a merchant. Amounts are in the currency's smallest unit,
 * instants have microseconds.
 *
 * @param metadata in the order in which it was sent
 * @param failureCode present exactly when the status is {@code FAILED}
 * @param capturedAt present once it was captured
 * @param expiresAt present exactly while the status is {@code AUTHORIZED}
 */
public record Payment(
    String id,
    String merchantId,
    PaymentStatus status,
    long amountMinor,
    long capturedAmountMinor,
    long refundedAmountMinor,
    String currency,
    CaptureMethod captureMethod,
    String paymentMethod,
    @Nullable String reference,
    @Nullable String description,
    @Nullable Map<String, String> metadata,
    @Nullable FailureCode failureCode,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant capturedAt,
    @Nullable Instant expiresAt) {

  /**
   * The payment as it is at that time: an authorisation that was not captured in time has ended.
   */
  public Payment at(Instant now) {
    if (status != PaymentStatus.AUTHORIZED || expiresAt == null || now.isBefore(expiresAt)) {
      return this;
    }
    return new Payment(
        id,
        merchantId,
        PaymentStatus.EXPIRED,
        amountMinor,
        capturedAmountMinor,
        refundedAmountMinor,
        currency,
        captureMethod,
        paymentMethod,
        reference,
        description,
        metadata,
        failureCode,
        createdAt,
        expiresAt,
        capturedAt,
        null);
  }
}

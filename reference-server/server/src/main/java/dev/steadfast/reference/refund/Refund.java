package dev.steadfast.reference.refund;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An amount that is given back to the customer of a payment.
 *
 * @param amountMinor in the smallest unit of the currency, which is that of the payment
 * @param metadata in the order in which it was sent
 */
public record Refund(
    String id,
    String paymentId,
    String merchantId,
    RefundStatus status,
    long amountMinor,
    String currency,
    @Nullable RefundReason reason,
    @Nullable Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {}

package dev.steadfast.reference.refund;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant asks to give back; valid by the specification.
 *
 * @param amountMinor all that is left when null
 */
public record NewRefund(
    String paymentId,
    @Nullable Long amountMinor,
    @Nullable RefundReason reason,
    @Nullable Map<String, String> metadata) {}

package dev.steadfast.reference.transaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money on a merchant's balance.
 *
 * @param amountMinor what it adds to the balance, in the smallest unit of the currency; never 0
 * @param refundId present when the type is not {@code CAPTURE}
 * @param createdAt when the money moved, to the microsecond
 */
public record Transaction(
    String id,
    TransactionType type,
    long amountMinor,
    String currency,
    String paymentId,
    @Nullable String refundId,
    Instant createdAt) {}

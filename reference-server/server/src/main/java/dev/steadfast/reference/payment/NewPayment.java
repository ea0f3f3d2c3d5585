package dev.steadfast.reference.payment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a merchant asks to be charged; valid by the specification. */
public record NewPayment(
    long amountMinor,
    String currency,
    CaptureMethod captureMethod,
    String paymentMethod,
    @Nullable String reference,
    @Nullable String description,
    @Nullable Map<String, String> metadata) {}

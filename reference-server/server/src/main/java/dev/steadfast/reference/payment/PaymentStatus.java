package dev.steadfast.reference.payment;

import java.util.Locale;

/** Where a payment is in its life; the names are those of the specification, in capitals. */
public enum PaymentStatus {
  AUTHORIZED,
  CAPTURED,
  PARTIALLY_REFUNDED,
  REFUNDED,
  CANCELLED,
  EXPIRED,
  FAILED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in the API and in the database. */
  public String code() {
    return code;
  }

  /** The name for people. */
  public String words() {
    return code.replace('_', ' ');
  }

  /** The status of this code. */
  public static PaymentStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

package dev.steadfast.reference.refund;

import java.util.Locale;

/** Why money is given back. */
public enum RefundReason {
  REQUESTED_BY_CUSTOMER,
  DUPLICATE,
  FRAUDULENT,
  OTHER;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in the API and in the database. */
  public String code() {
    return code;
  }

  /** The reason of this code. */
  public static RefundReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

package dev.steadfast.reference.transaction;

import java.util.Locale;

/** What moved money; the names are those of the specification, in capitals. */
public enum TransactionType {
  CAPTURE,
  REFUND,
  REFUND_REVERSAL;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in the API and in the database. */
  public String code() {
    return code;
  }

  /** The type of this code. */
  public static TransactionType of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

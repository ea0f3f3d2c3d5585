package dev.steadfast.reference.refund;

import java.util.Locale;

/** Where a refund is; the names are those of the specification, in capitals. */
public enum RefundStatus {
  PENDING,
  SUCCEEDED,
  FAILED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in the API and in the database. */
  public String code() {
    return code;
  }

  /** The status of this code. */
  public static RefundStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

package dev.steadfast.reference.payment;

import java.util.Locale;

/** Why an issuer refused a payment. */
public enum FailureCode {
  CARD_DECLINED,
  INSUFFICIENT_FUNDS,
  EXPIRED_CARD,
  PROCESSING_ERROR;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in the API and in the database. */
  public String code() {
    return code;
  }

  /** The failure of this code. */
  public static FailureCode of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

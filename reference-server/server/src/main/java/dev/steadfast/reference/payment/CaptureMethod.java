package dev.steadfast.reference.payment;

import java.util.Locale;

/** When an authorised payment is captured: at once, or when the merchant says so. */
public enum CaptureMethod {
  AUTOMATIC,
  MANUAL;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in the API and in the database. */
  public String code() {
    return code;
  }

  /** The method of this code. */
  public static CaptureMethod of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

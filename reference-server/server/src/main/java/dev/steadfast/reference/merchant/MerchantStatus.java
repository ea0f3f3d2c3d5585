package dev.steadfast.reference.merchant;

import java.util.Locale;

/** What a merchant can do; the names are those of the specification, in capitals. */
public enum MerchantStatus {
  ACTIVE,
  SUSPENDED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in the API and in the database. */
  public String code() {
    return code;
  }

  /** The status of this code. */
  public static MerchantStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

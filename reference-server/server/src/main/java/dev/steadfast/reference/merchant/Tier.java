package dev.steadfast.reference.merchant;

import java.util.Locale;

/** Which rate limit a merchant has; the names are those of the specification, in capitals. */
public enum Tier {
  BASIC,
  PREMIUM;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in the API and in the database. */
  public String code() {
    return code;
  }

  /** The tier of this code. */
  public static Tier of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

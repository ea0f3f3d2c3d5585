package dev.steadfast.compat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A published way to rate changes; docs/policy.md gives the source of every row. */
public enum Profile {
  /** Every refusal or misread is an error. */
  STRICT,
  /** Zalando RESTful API and Event Guidelines. */
  ZALANDO,
  /** Google AIP-180. */
  GOOGLE,
  /** Microsoft Azure REST API Guidelines. */
  AZURE,
  /** GitHub REST API, breaking changes. */
  GITHUB,
  /** Stripe API upgrades. */
  STRIPE;

  /** What this profile says of a rule, where it differs from {@link #STRICT}. */
  Optional<Rating> rating(String rule) {
    return ProfileTable.rating(this, rule);
  }

  /** The name users type. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Profile> named(String name) {
    return Arrays.stream(values()).filter(profile -> profile.text().equals(name)).findFirst();
  }

  /** All names, {@code strict} first. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Profile::text).toList();
  }
}

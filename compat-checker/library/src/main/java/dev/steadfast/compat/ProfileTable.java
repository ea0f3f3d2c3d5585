package dev.steadfast.compat;

import java.util.Map;
import java.util.Optional;

/** Where the published policies differ from {@link Profile#STRICT}, row by row. */
final class ProfileTable {

  private static final Map<Profile, Map<String, Rating>> ROWS = Map.of();

  private ProfileTable() {}

  static Optional<Rating> rating(Profile profile, String rule) {
    return Optional.ofNullable(ROWS.getOrDefault(profile, Map.of()).get(rule));
  }
}

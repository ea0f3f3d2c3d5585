package dev.steadfast.compat;

import static dev.steadfast.compat.Profile.AZURE;
import static dev.steadfast.compat.Profile.GITHUB;
import static dev.steadfast.compat.Profile.GOOGLE;
import static dev.steadfast.compat.Profile.STRIPE;
import static dev.steadfast.compat.Profile.ZALANDO;
import static dev.steadfast.compat.Rating.ERROR;
import static dev.steadfast.compat.Rating.INFO;
import static dev.steadfast.compat.Rating.WARNING;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where the published policies differ from {@link Profile#STRICT}, row by row. */
final class ProfileTable {

  /**
   * One decision of one published policy.
   *
   * @param says the decision in short
   * @param source the page that says so
   */
  record Row(Profile profile, Rating rating, String says, String source, List<String> rules) {}

  private static final String ZALANDO_PAGE =
      "https://opensource.zalando.com/restful-api-guidelines/";
  private static final String GOOGLE_PAGE = "https://google.aip.dev/180";
  private static final String AZURE_PAGE =
      "https://github.com/Azure/azure-rest-api-specs/blob/main/documentation/Breaking%20changes%20guidelines.md";
  private static final String GITHUB_PAGE =
      "https://docs.github.com/en/rest/about-the-rest-api/breaking-changes";
  private static final String STRIPE_PAGE = "https://docs.stripe.com/upgrades";

  static final List<Row> ROWS =
      List.of(
          row(
              ZALANDO,
              INFO,
              "objects are open for extension, clients ignore what they do not know",
              ZALANDO_PAGE + "#111",
              "response-property-unexpected",
              "response-additional-properties-widened"),
          row(
              ZALANDO,
              INFO,
              "compatibility is about the wire, not about generated code",
              ZALANDO_PAGE + "#106",
              "operation-id-changed",
              "operation-tag-removed"),
          row(
              GOOGLE,
              WARNING,
              "enum values may be added, with caution where responses carry them",
              GOOGLE_PAGE + "#adding-components",
              "response-enum-value-added"),
          row(
              GOOGLE,
              INFO,
              "fields may be added",
              GOOGLE_PAGE + "#adding-components",
              "response-property-unexpected"),
          row(
              GOOGLE,
              ERROR,
              "no field, parameter or enum value is removed",
              GOOGLE_PAGE + "#removing-or-renaming-components",
              "request-parameter-removed",
              "request-property-removed",
              "response-enum-value-removed"),
          row(
              GOOGLE,
              ERROR,
              "code written against the old version compiles against the new one",
              GOOGLE_PAGE + "#guidance",
              "operation-id-changed",
              "operation-tag-removed"),
          row(
              GOOGLE,
              ERROR,
              "no type changes, not even to one that is compatible on the wire",
              GOOGLE_PAGE + "#changing-the-type-of-fields",
              "request-type-widened",
              "response-type-narrowed"),
          row(
              GOOGLE,
              ERROR,
              "default values do not change",
              GOOGLE_PAGE + "#default-values-must-not-change",
              "request-default-added",
              "request-default-changed",
              "request-default-removed"),
          row(
              AZURE,
              ERROR,
              "a property is never removed or renamed within a version",
              AZURE_PAGE,
              "request-parameter-removed",
              "request-property-removed"),
          row(
              AZURE,
              ERROR,
              "a new field in a response needs a new version: reading and writing back loses it",
              AZURE_PAGE,
              "response-property-added"),
          row(
              AZURE,
              ERROR,
              "default values do not change",
              AZURE_PAGE,
              "request-default-added",
              "request-default-changed",
              "request-default-removed"),
          row(
              GITHUB,
              INFO,
              "enum values and response fields may be added",
              GITHUB_PAGE,
              "response-enum-value-added",
              "response-property-unexpected"),
          row(
              GITHUB,
              ERROR,
              "no parameter and no enum value is removed",
              GITHUB_PAGE,
              "request-parameter-removed",
              "request-property-removed",
              "response-enum-value-removed"),
          row(
              GITHUB,
              ERROR,
              "the type of a parameter or response field does not change",
              GITHUB_PAGE,
              "request-type-widened",
              "response-type-narrowed"),
          row(
              STRIPE,
              INFO,
              "properties may be added to responses",
              STRIPE_PAGE,
              "response-property-unexpected"),
          row(
              STRIPE,
              INFO,
              "length and format of opaque strings may change",
              STRIPE_PAGE,
              "response-format-changed",
              "response-format-widened",
              "response-max-length-increased",
              "response-min-length-decreased",
              "response-pattern-changed",
              "response-pattern-widened"));

  private static final Map<Profile, Map<String, Rating>> RATINGS = ratings();

  private ProfileTable() {}

  static Optional<Rating> rating(Profile profile, String rule) {
    return Optional.ofNullable(RATINGS.getOrDefault(profile, Map.of()).get(rule));
  }

  private static Row row(
      Profile profile, Rating rating, String says, String source, String... rules) {
    return new Row(profile, rating, says, source, List.of(rules));
  }

  private static Map<Profile, Map<String, Rating>> ratings() {
    Map<Profile, Map<String, Rating>> ratings = new EnumMap<>(Profile.class);
    for (Row row : ROWS) {
      Map<String, Rating> of = ratings.computeIfAbsent(row.profile(), profile -> new TreeMap<>());
      row.rules().forEach(rule -> of.put(rule, row.rating()));
    }
    return ratings;
  }
}

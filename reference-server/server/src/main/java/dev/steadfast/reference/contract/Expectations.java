package dev.steadfast.reference.contract;

import java.util.Map;

/** What text of a pattern must be, for people; by the name of its component. */
final class Expectations {
  private static final Map<String, String> BY_COMPONENT =
      Map.ofEntries(
          Map.entry("PaymentId", "must be an id of a payment"),
          Map.entry("RefundId", "must be an id of a refund"),
          Map.entry("MerchantId", "must be an id of a merchant"),
          Map.entry("TransactionId", "must be an id of a transaction"),
          Map.entry("RequestId", "must be 1 to 64 letters, digits, '.', '_' or '-'"),
          Map.entry("EntityTag", "must be a strong entity tag in quotes"),
          Map.entry("EntityTagCondition", "must be an entity tag in quotes"),
          Map.entry("Cursor", "must be a cursor of this list"),
          Map.entry("Currency", "must be three capital letters"),
          Map.entry("Country", "must be two capital letters"),
          Map.entry("Reference", "must be 1 to 64 letters, digits, '.', '_', ':', '/' or '-'"),
          Map.entry("PaymentMethod", "must be a token of a payment method, such as pm_card_visa"),
          Map.entry("StatementDescriptor", "must be 5 to 22 of A to Z, 0 to 9, ' ', '.', '*', '-'"),
          Map.entry("WebsiteUrl", "must be an absolute URL with http or https"),
          Map.entry("IdempotencyKey", "must be 8 to 128 letters, digits, '.', '_', ':' or '-'"));

  private Expectations() {}

  /** What the text of a component must be; the pattern itself when nobody found words for it. */
  static String of(String component, String pattern) {
    return BY_COMPONENT.getOrDefault(component, "must match " + pattern);
  }
}

package dev.steadfast.reference.payment;

import dev.steadfast.reference.page.Listing;
import tools.jackson.databind.json.JsonMapper;

/** Payments for the tests of other packages. */
public final class TestPayments {

  private TestPayments() {}

  /** How payments are listed. */
  public static Listing<Payment> listing() {
    return new PaymentListing(new PaymentRow(new JsonMapper()));
  }
}

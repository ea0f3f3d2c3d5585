package dev.steadfast.reference.refund;

import dev.steadfast.reference.page.Listing;
import tools.jackson.databind.json.JsonMapper;

/** Refunds for the tests of other packages. */
public final class TestRefunds {

  private TestRefunds() {}

  /** How refunds are listed. */
  public static Listing<Refund> listing() {
    return new RefundListing(new RefundRow(new JsonMapper()));
  }
}

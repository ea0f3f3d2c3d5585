package dev.steadfast.reference.transaction;

import dev.steadfast.reference.page.Listing;

/** Transactions for the tests of other packages. */
public final class TestTransactions {

  private TestTransactions() {}

  /** How transactions are listed. */
  public static Listing<Transaction> listing() {
    return new TransactionListing();
  }
}

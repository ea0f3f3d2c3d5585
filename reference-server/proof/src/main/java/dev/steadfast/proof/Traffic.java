package dev.steadfast.proof;

import dev.steadfast.proof.load.Intent;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests that look like a merchant's day, and the tables about them. */
public final class Traffic {

  private Traffic() {}

  /** A payment of v2 whose reference is its key. */
  public static Intent payment(Merchant merchant, String key) {
    return Intent.change(
        key,
        Request.post(
                "/v2/payments",
                "{\"amountMinor\":1050,\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\","
                    + "\"reference\":\""
                    + key
                    + "\"}")
            .by(merchant.token()));
  }

  /** Payments of many merchants in turn, each with a key of its own. */
  public static Intent payment(List<Merchant> merchants, String prefix, long number) {
    return payment(merchants.get((int) (number % merchants.size())), prefix + number);
  }

  /** A list that every merchant may read. */
  public static Intent list(Merchant merchant, long number) {
    return new Intent("list-" + number, Request.get("/v2/payments?limit=1").by(merchant.token()));
  }

  /** Payments of v2 and lists in turn. */
  public static Intent mixed(List<Merchant> merchants, String prefix, long number) {
    return number % 2 == 0
        ? payment(merchants, prefix, number)
        : list(merchants.get((int) (number % merchants.size())), number);
  }

  /** The titles of {@link #row}. */
  public static List<List<String>> titles() {
    return new ArrayList<>(
        List.of(
            Page.row(
                "phase", "requests", "failed", "p50 ms", "p99 ms", "longest ms", "all attempts")));
  }

  /** A row of a table of phases: latency from the intended start to the final answer. */
  public static List<String> row(String phase, Journal journal) {
    return Page.row(
        phase,
        journal.size(),
        journal.failures().size(),
        journal.latency().millis(50),
        journal.latency().millis(99),
        journal.latency().millis(100),
        words(journal.attempts()));
  }

  /** {@code 200 × 201, 3 × none}. */
  public static String words(Map<Integer, Long> statuses) {
    return String.join(
        ", ",
        statuses.entrySet().stream()
            .map(one -> one.getValue() + " × " + (one.getKey() == 0 ? "none" : one.getKey()))
            .toList());
  }
}

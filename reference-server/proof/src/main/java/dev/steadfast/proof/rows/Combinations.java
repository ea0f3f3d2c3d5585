package dev.steadfast.proof.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every filter of every list of v2 with every order, as addresses. */
final class Combinations {

  private static final List<String> BY_CREATION = List.of("createdAt", "-createdAt");

  private Combinations() {}

  /**
   * Addresses by list and order, such as {@code transactions -createdAt}.
   *
   * @param payment the id of a payment that has transactions
   * @param from an instant a month before the newest payment
   */
  static Map<String, List<String>> all(String payment, String from) {
    String month = "createdFrom=" + from.replace(":", "%3A");
    Map<String, List<String>> all = new TreeMap<>();
    List<List<String>> transactions =
        List.of(
            List.of("", "type=capture", "type=refund_reversal", "type=refund&type=refund_reversal"),
            List.of("", "currency=EUR", "currency=KWD", "currency=CHF"),
            List.of("", "paymentId=" + payment),
            List.of("", month));
    List<List<String>> refunds =
        List.of(
            List.of("", "status=failed", "status=pending&status=succeeded"),
            List.of("", "paymentId=" + payment),
            List.of("", month));
    List<List<String>> payments =
        List.of(
            List.of("", "status=captured", "status=expired", "status=failed&status=refunded"),
            List.of("", "currency=EUR", "currency=KWD", "currency=CHF"),
            List.of("", "reference=order-4500"),
            List.of("", "amountMinorMin=999&amountMinorMax=999", "amountMinorMin=40000"),
            List.of("", month));
    add(all, "transactions", transactions, BY_CREATION);
    add(all, "refunds", refunds, BY_CREATION);
    add(
        all,
        "payments",
        payments,
        List.of("createdAt", "-createdAt", "amountMinor", "-amountMinor"));
    return all;
  }

  private static void add(
      Map<String, List<String>> all, String list, List<List<String>> filters, List<String> orders) {
    List<String> queries = List.of("");
    for (List<String> choices : filters) {
      List<String> more = new ArrayList<>();
      for (String query : queries) {
        for (String choice : choices) {
          more.add(choice.isEmpty() ? query : query + "&" + choice);
        }
      }
      queries = more;
    }
    for (String order : orders) {
      all.put(
          list + " " + order,
          queries.stream().map(query -> "/v2/" + list + "?sort=" + order + query).toList());
    }
  }
}

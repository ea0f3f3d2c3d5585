package dev.steadfast.proof.bad;

import dev.steadfast.proof.Dialect;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.load.Request;
import java.util.UUID;

/**
 * Who sends the requests, and what exists.
 *
 * @param me who sends
 * @param other another merchant
 * @param payment of the other merchant, authorised and not captured
 * @param refund of the other merchant
 * @param suspended a merchant that may not take payments
 * @param unknown an id that no payment has
 */
record World(
    Dialect dialect,
    Merchant me,
    Merchant other,
    Merchant suspended,
    String payment,
    String refund,
    String unknown) {

  /** A POST with a good token and a new key. */
  Request post(String path, String json) {
    return dialect.post(path, json).by(me.token()).keyed(UUID.randomUUID().toString());
  }

  Request sale(String more) {
    return post("/payments", dialect.sale(more));
  }

  Request get(String path) {
    return dialect.request("GET", path).by(me.token());
  }
}

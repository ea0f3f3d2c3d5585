package dev.steadfast.proof;

import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a version writes what both have. */
public enum Dialect {
  V1("/v1", "\"amount\":10.50", "\"amount\":5000"),
  V2("/v2", "\"amountMinor\":1050", "\"amountMinor\":500000");

  private static final Pattern KIND = Pattern.compile("\"(?:type|code)\"\\s*:\\s*\"([^\"]*)\"");

  private final String base;
  private final String amount;
  private final String large;

  Dialect(String base, String amount, String large) {
    this.base = base;
    this.amount = amount;
    this.large = large;
  }

  /** {@code /v1}. */
  public String base() {
    return base;
  }

  /** EUR 10.50 as a member of a body. */
  public String amount() {
    return amount;
  }

  /** EUR 5000 as a member of a body. */
  public String large() {
    return large;
  }

  /** Only the name of the amount, with its quotes. */
  public String amountName() {
    return amount.substring(0, amount.indexOf(':'));
  }

  /** A sale of EUR 10.50 with more members; each is written {@code ,"name":value}. */
  public String sale(String more) {
    return '{' + amount + ",\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\"" + more + '}';
  }

  /** A request of this version. */
  public Request request(String method, String path) {
    return Request.of(method, base + path);
  }

  /** A POST of JSON to this version. */
  public Request post(String path, String json) {
    return Request.post(base + path, json);
  }

  /**
   * What kind of problem an answer names, in the words of v2 without the path: {@code
   * validation-failed}; empty when it names none.
   */
  public String kind(Answer answer) {
    Matcher kind = KIND.matcher(answer.body());
    return answer.status() >= 400 && kind.find()
        ? kind.group(1).replaceAll("^.*[/#]", "").replace('_', '-')
        : "";
  }
}

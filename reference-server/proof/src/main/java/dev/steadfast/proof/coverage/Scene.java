package dev.steadfast.proof.coverage;

import dev.steadfast.proof.Dialect;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Stage;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Connection;
import dev.steadfast.proof.load.Request;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One version, a merchant and a platform, and what they need to call every operation rightly. */
final class Scene {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

  private final Stage stage;
  private final Dialect dialect;
  private final Merchant merchant;
  private final String platform;
  private final String payment;
  private final String refund;

  Scene(Stage stage, Dialect dialect) throws IOException, SQLException {
    this.stage = stage;
    this.dialect = dialect;
    this.merchant = stage.merchant("premium");
    this.platform = platform("premium");
    this.payment = captured();
    this.refund = made(dialect.post("/refunds", "{\"paymentId\":\"" + captured() + "\"}"));
  }

  Dialect dialect() {
    return dialect;
  }

  Merchant merchant() {
    return merchant;
  }

  /** A token of a new platform. */
  String platform(String tier) {
    return stage
        .issuer()
        .platformToken("platform-" + UUID.randomUUID(), tier, "merchants:create", "merchants:read");
  }

  /** A token that is good for nothing. */
  String powerless() {
    return stage.issuer().token(merchant.id(), "premium", "nothing");
  }

  /**
   * A request to the operation that it answers with 2xx: each has a new key and, where needed, a
   * new payment.
   */
  Request right(String operation) throws IOException {
    return switch (operation) {
      case "createPayment" -> mine(keyed(dialect.post("/payments", dialect.sale(""))));
      case "listPayments" -> mine(get("/payments?limit=2"));
      case "getPayment" -> mine(get("/payments/" + payment));
      case "capturePayment" ->
          mine(keyed(dialect.post("/payments/" + authorized() + "/capture", "{}")));
      case "cancelPayment" ->
          mine(keyed(dialect.request("POST", "/payments/" + authorized() + "/cancel")));
      case "createRefund" ->
          mine(keyed(dialect.post("/refunds", "{\"paymentId\":\"" + captured() + "\"}")));
      case "listRefunds" -> mine(get("/refunds?limit=2"));
      case "getRefund" -> mine(get("/refunds/" + refund));
      case "createMerchant" ->
          keyed(dialect.post("/merchants", shop(UUID.randomUUID() + "@example.com"))).by(platform);
      case "getMerchant" -> mine(get("/merchants/" + merchant.id()));
      case "updateMerchant" -> patch("{\"metadata\":{\"a\":\"1\"}}");
      case "listTransactions" -> mine(get("/transactions?limit=2"));
      default -> throw new IllegalArgumentException("no scene for operation " + operation);
    };
  }

  /** A patch of the merchant as it is now. */
  Request patch(String json) throws IOException {
    String tag =
        send(mine(get("/merchants/" + merchant.id()))).headers().first("ETag").orElse("\"?\"");
    return mine(dialect.request("PATCH", "/merchants/" + merchant.id()))
        .with("If-Match", tag)
        .with("Content-Type", "application/merge-patch+json")
        .body(json);
  }

  static String shop(String email) {
    return "{\"name\":\"Shop\",\"email\":\""
        + email
        + "\",\"country\":\"DE\",\"defaultCurrency\":\"EUR\"}";
  }

  Request get(String path) {
    return dialect.request("GET", path);
  }

  Request mine(Request request) {
    return request.by(merchant.token());
  }

  static Request keyed(Request request) {
    return request.keyed(UUID.randomUUID().toString());
  }

  String captured() throws IOException {
    return made(dialect.post("/payments", dialect.sale("")));
  }

  String authorized() throws IOException {
    return made(dialect.post("/payments", dialect.sale(",\"captureMethod\":\"manual\"")));
  }

  private String made(Request request) throws IOException {
    Answer answer = send(mine(keyed(request)));
    Matcher id = ID.matcher(answer.body());
    if (answer.status() != 201 || !id.find()) {
      throw new IOException("cannot set the scene: " + answer.text());
    }
    return id.group(1);
  }

  Answer send(Request request) throws IOException {
    return send(stage.targets().get(0), request);
  }

  static Answer send(Target target, Request request) throws IOException {
    try (Connection connection = Connection.open(target, PATIENCE)) {
      return connection.exchange(request);
    }
  }
}

package dev.steadfast.proof.coverage;

import dev.steadfast.proof.Dialect;
import dev.steadfast.proof.contract.Operation;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Request;
import java.io.IOException;
import java.util.Optional;

/** Refusals and answers that one request, or two, can provoke while everything runs. */
final class Provoked {

  private static final String UNKNOWN = "01JD8Z3M5R9QK2W7X4T6V8N0PB";

  private final Scene scene;
  private final Dialect dialect;

  Provoked(Scene scene) {
    this.scene = scene;
    this.dialect = scene.dialect();
  }

  /** How a status is provoked, for the table; empty when a single request cannot. */
  static Optional<String> how(int status) {
    return Optional.ofNullable(
        switch (status) {
          case 200, 201 -> "the operation, used as it is meant";
          case 304 -> "`If-None-Match` with the current `ETag`";
          case 400 ->
              "`limit=0`, an id that is none, no `Idempotency-Key`, or a body that is not JSON";
          case 401 -> "no token";
          case 403 -> "a token without the scope";
          case 404 -> "an id that nothing has";
          case 406 -> "`Accept: application/xml`";
          case 409 ->
              "a second capture or cancellation, a refund of an authorisation, an `email` that is taken";
          case 412 -> "`If-Match` with an `ETag` that is not the current one";
          case 413 -> "a body of 70,000 bytes";
          case 415 -> "`Content-Type: text/plain`";
          case 422 ->
              "an unknown currency, an amount that is too large, a key used for another body, a 21st label";
          case 428 -> "no `If-Match`";
          default -> null;
        });
  }

  /** The answer; empty when a single request cannot provoke it. */
  Optional<Answer> answer(Operation operation, int status) throws IOException {
    Request right = scene.right(operation.id());
    return Optional.ofNullable(
        switch (status) {
          case 200, 201 -> scene.send(right);
          case 304 -> scene.send(right.with("If-None-Match", tag()));
          case 400 -> scene.send(malformed(operation, right));
          case 401 -> scene.send(right.without("Authorization"));
          case 403 -> scene.send(right.by(scene.powerless()));
          case 404 -> scene.send(to(right, unknown(operation)));
          case 406 -> scene.send(right.with("Accept", "application/xml"));
          case 409 -> conflict(operation, right);
          case 412 -> scene.send(right.without("If-Match").with("If-Match", "\"stale\""));
          case 413 -> scene.send(right.body("{\"description\":\"" + "x".repeat(70_000) + "\"}"));
          case 415 -> scene.send(right.without("Content-Type").with("Content-Type", "text/plain"));
          case 422 -> unprocessable(operation, right);
          case 428 -> scene.send(right.without("If-Match"));
          default -> null;
        });
  }

  private String tag() throws IOException {
    return scene.send(scene.right("getMerchant")).headers().first("ETag").orElse("\"?\"");
  }

  private static Request to(Request request, String path) {
    return new Request(request.method(), path, request.headers(), request.body());
  }

  private String unknown(Operation operation) {
    String kind = operation.path().substring(1, 4);
    return dialect.base() + operation.path().replaceAll("\\{[^}]*}", kind + '_' + UNKNOWN);
  }

  private Request malformed(Operation operation, Request right) {
    if (right.headers().first("Idempotency-Key").isPresent()) {
      return right.without("Idempotency-Key");
    }
    if (operation.method().equals("PATCH")) {
      return right.body("{");
    }
    return to(
        right,
        operation.path().contains("{")
            ? dialect.base() + operation.path().replaceAll("\\{[^}]*}", "nonsense")
            : dialect.base() + operation.path() + "?limit=0");
  }

  private Answer conflict(Operation operation, Request right) throws IOException {
    return switch (operation.id()) {
      case "capturePayment", "cancelPayment" -> {
        scene.send(right);
        yield scene.send(Scene.keyed(right));
      }
      case "createRefund" ->
          scene.send(right.body("{\"paymentId\":\"" + scene.authorized() + "\"}"));
      case "createMerchant" -> {
        scene.send(right);
        yield scene.send(Scene.keyed(right));
      }
      case "updateMerchant" -> {
        String taken = System.nanoTime() + "@example.com";
        scene.send(scene.right("createMerchant").body(Scene.shop(taken)));
        yield scene.send(right.body("{\"email\":\"" + taken + "\"}"));
      }
      default -> scene.send(right);
    };
  }

  private Answer unprocessable(Operation operation, Request right) throws IOException {
    return switch (operation.id()) {
      case "createPayment" -> scene.send(right.body(dialect.sale("").replace("EUR", "XAU")));
      case "capturePayment" -> scene.send(right.body('{' + dialect.large() + '}'));
      case "createRefund" ->
          scene.send(
              right.body("{\"paymentId\":\"" + scene.captured() + "\"," + dialect.large() + '}'));
      case "cancelPayment" -> {
        scene.send(right);
        yield scene.send(
            to(right, scene.right("cancelPayment").path())); // the same key for another payment
      }
      case "createMerchant" -> {
        scene.send(right);
        yield scene.send(right.body(Scene.shop(System.nanoTime() + "@example.com")));
      }
      case "updateMerchant" -> {
        Answer answer = scene.send(right.body(labels(0)));
        for (int i = 1; answer.status() == 200 && i < 3; i++) {
          answer = scene.send(scene.patch(labels(20 * i)));
        }
        yield answer;
      }
      default -> scene.send(right);
    };
  }

  private static String labels(int from) {
    StringBuilder out = new StringBuilder("{\"metadata\":{");
    for (int i = from; i < from + 20; i++) {
      out.append(i == from ? "" : ",").append("\"l").append(i).append("\":\"x\"");
    }
    return out.append("}}").toString();
  }
}

package dev.steadfast.proof.contract;

import dev.steadfast.proof.contract.Call.Credentials;
import dev.steadfast.proof.contract.Operation.Parameter;
import dev.steadfast.proof.load.Headers;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Requests of a specification at random, all from one seed: most are allowed, some are wrong in one
 * place, some are noise.
 */
public final class Calls {

  private static final List<String> NOISE =
      List.of(
          "",
          " ",
          "{",
          "[]",
          "null",
          "\"text\"",
          "{\"a\":1,\"a\":2}",
          "{\"amountMinor\":1e999}",
          "{'a':1}",
          "{\"a\":NaN}",
          "{} {}",
          "\ufeff{}",
          "[".repeat(5000),
          "{\"a\":".repeat(2000),
          "<xml/>",
          "amount=1&currency=EUR",
          "{\"\\ud800\":\"\\udfff\"}",
          "{\"a\":\"\u0000\"}");
  private static final List<String> TYPES =
      List.of(
          "text/plain", "application/xml", "application/json; charset=utf-16", "nonsense", "*/*");

  private final Random random;
  private final Values values;

  /** The same seed and the same answers give the same calls. */
  public Calls(long seed, Pool pool) {
    this.random = new Random(seed);
    this.values = new Values(random, pool);
  }

  /** The next one, to one of these operations. */
  public Call next(List<Operation> operations) {
    Call call = allowed(operations.get(random.nextInt(operations.size())));
    int kind = random.nextInt(100);
    if (kind < 60) {
      return call;
    }
    Call changed = changed(call);
    return kind < 90 ? changed : changed(changed);
  }

  /** One that follows the specification. */
  public Call allowed(Operation operation) {
    Map<String, String> path = new LinkedHashMap<>();
    List<Map.Entry<String, String>> query = new ArrayList<>();
    Headers headers = Headers.NONE;
    for (Parameter parameter : operation.parameters()) {
      if (parameter.required() || random.nextInt(4) == 0) {
        Node value = values.allowed(parameter.schema(), parameter.name());
        switch (parameter.in()) {
          case "path" -> path.put(parameter.name(), plain(value));
          case "query" -> add(query, parameter.name(), value);
          default -> headers = headers.and(parameter.name(), sendable(plain(value)));
        }
      }
    }
    Call call = new Call(operation, path, query, headers, null, Credentials.GOOD);
    return operation.bodySchema().isPresent() ? withBody(call) : call;
  }

  private Call withBody(Call call) {
    if (!call.operation().bodyRequired() && random.nextInt(3) == 0) {
      return call;
    }
    String body = values.allowed(call.operation().bodySchema().orElseThrow(), "body").toString();
    return call.with("Content-Type", call.operation().bodyType().orElseThrow()).body(body);
  }

  private Call changed(Call call) {
    return switch (random.nextInt(8)) {
      case 0 -> call.credentials(any(List.of(Credentials.values())));
      case 1 -> withoutHeader(call);
      case 2, 3 -> withOddParameter(call);
      case 4, 5 -> withOddBody(call);
      case 6 -> call.body() == null ? call : call.with("Content-Type", any(TYPES));
      default -> call.with("Accept", any(List.of("application/xml", "text/*", "*/*", "nonsense")));
    };
  }

  private Call withoutHeader(Call call) {
    List<Parameter> headers = call.operation().in("header");
    return headers.isEmpty() ? call : call.headers(call.headers().without(any(headers).name()));
  }

  private Call withOddParameter(Call call) {
    if (call.operation().parameters().isEmpty()) {
      return call;
    }
    Parameter parameter = any(call.operation().parameters());
    String odd = plain(values.refused(parameter.schema()));
    return switch (parameter.in()) {
      // a path that has another shape is another operation's
      case "path" -> call.path(parameter.name(), odd.isEmpty() || odd.contains("/") ? "x" : odd);
      case "query" -> call.query(parameter.name(), odd);
      default -> call.with(parameter.name(), sendable(odd));
    };
  }

  private Call withOddBody(Call call) {
    if (call.operation().bodySchema().isEmpty()) {
      return call;
    }
    Call typed = call.with("Content-Type", call.operation().bodyType().orElseThrow());
    return switch (random.nextInt(6)) {
      case 0 -> typed.body(any(NOISE));
      case 1 -> call.body(null);
      default -> typed.body(values.refused(call.operation().bodySchema().orElseThrow()).toString());
    };
  }

  private static void add(List<Map.Entry<String, String>> query, String name, Node value) {
    if (value instanceof ArrayNode list) {
      list.forEach(item -> query.add(Map.entry(name, plain(item))));
    } else {
      query.add(Map.entry(name, plain(value)));
    }
  }

  private static String plain(Node value) {
    return value instanceof StringNode text ? text.value() : value.toString();
  }

  /* What a header line can carry; the rest is for BadInput. */
  private static String sendable(String value) {
    String bare = value.replaceAll("[^\\x20-\\x7e]", "?").strip();
    return bare.isEmpty() ? "?" : bare;
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}

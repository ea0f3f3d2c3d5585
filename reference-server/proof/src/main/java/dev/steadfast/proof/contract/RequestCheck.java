package dev.steadfast.proof.contract;

import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.confirm.MessageCheck;
import dev.steadfast.proof.contract.Operation.Parameter;
import dev.steadfast.proof.load.Request;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says whether a specification allows a request. */
public final class RequestCheck {

  private static final Pattern OTHER_CHARSET =
      Pattern.compile("charset=(?!\"?utf-8)", Pattern.CASE_INSENSITIVE);

  private static final String SERVER = "127.0.0.1:8080"; // one that the specifications name

  private final Api api;

  public RequestCheck(Api api) {
    this.api = api;
  }

  /** Why the specification refuses the request; empty when it allows it. */
  public Optional<String> refusal(Call call) {
    if (call.credentials() != Call.Credentials.GOOD) {
      return Optional.of("the credentials are " + call.credentials());
    }
    MessageCheck.Answer whole =
        api.messages().request(text(call), Set.copyOf(call.operation().scopes()));
    if (whole.opinion() == MessageCheck.Opinion.REFUSED) {
      return Optional.of(whole.because());
    }
    for (Parameter parameter : call.operation().parameters()) {
      List<String> values = values(call, parameter);
      if (!values.isEmpty() && !accepts(parameter, values)) {
        return Optional.of("parameter '" + parameter.name() + "' is " + values);
      }
    }
    return body(call);
  }

  private Optional<String> body(Call call) {
    String text = call.body();
    Optional<Node> schema = call.operation().bodySchema();
    if (text == null || schema.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> value = Nodes.json(text);
    if (value.isEmpty() || !JsonSyntax.isJson(text)) {
      return Optional.of("the body is not JSON");
    }
    if (call.headers().first("Content-Type").filter(OTHER_CHARSET.asPredicate()).isPresent()) {
      return Optional.of("JSON is sent in UTF-8 (RFC 8259 §8.1)");
    }
    return api.accepts(schema.get(), Role.SENT_REQUEST, value.get())
        ? Optional.empty()
        : Optional.of("the body does not follow its schema");
  }

  private boolean accepts(Parameter parameter, List<String> values) {
    Optional<Node> items =
        Nodes.object(parameter.schema())
            .filter(schema -> Nodes.text(schema, "type").equals("array"))
            .flatMap(schema -> Optional.ofNullable(schema.get("items")));
    Node value =
        items.isPresent()
            ? ArrayNode.of(values.stream().map(StringNode::of).toList())
            : Nodes.wire(parameter.schema(), values.get(0));
    return api.accepts(parameter.schema(), Role.SENT_REQUEST, value);
  }

  private static List<String> values(Call call, Parameter parameter) {
    List<String> values = new ArrayList<>();
    switch (parameter.in()) {
      case "path" -> values.add(call.path().getOrDefault(parameter.name(), ""));
      case "query" -> {
        for (Map.Entry<String, String> pair : call.query()) {
          if (pair.getKey().equals(parameter.name())) {
            values.add(pair.getValue());
          }
        }
      }
      default -> call.headers().first(parameter.name()).ifPresent(values::add);
    }
    return values;
  }

  private String text(Call call) {
    Request request = call.request(api.basePath()).by("token");
    StringBuilder out = new StringBuilder();
    out.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\n");
    out.append("Host: ").append(SERVER).append('\n');
    request
        .headers()
        .fields()
        .forEach(
            field -> out.append(field.getKey()).append(": ").append(field.getValue()).append('\n'));
    String body = call.body();
    if (body != null) {
      out.append("Content-Length: ").append(body.length()).append('\n');
    }
    return out.append('\n').append(body == null ? "" : body).toString();
  }
}

package dev.steadfast.proof.contract;

import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.confirm.MessageCheck;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a specification has against a real answer. */
public final class AnswerCheck {

  private final Api api;

  public AnswerCheck(Api api) {
    this.api = api;
  }

  /**
   * In words; empty when the answer is one that the operation declares: its status, its headers
   * with their values, its media type and its body.
   */
  public List<String> faults(Operation operation, Answer answer) {
    List<String> faults = new ArrayList<>();
    Optional<ObjectNode> response = operation.response(answer.status());
    String told = text(answer, response.map(AnswerCheck::declared).orElse(List.of()));
    MessageCheck.Answer whole = api.messages().response(operation.node(), told);
    if (whole.opinion() != MessageCheck.Opinion.ALLOWED) {
      faults.add(whole.because());
    }
    if (response.isPresent()) {
      headers(response.get(), answer, faults);
      body(response.get(), answer, faults);
    }
    return faults;
  }

  private void headers(ObjectNode response, Answer answer, List<String> faults) {
    ObjectNode headers = Nodes.object(response.get("headers")).orElse(ObjectNode.of(Map.of()));
    for (String name : headers.keys()) {
      Optional<Node> schema =
          Nodes.object(headers.get(name)).flatMap(one -> Optional.ofNullable(one.get("schema")));
      Optional<String> value = answer.headers().first(name);
      if (schema.isPresent()
          && value.isPresent()
          && !api.accepts(
              schema.get(), Role.RECEIVED_RESPONSE, Nodes.wire(schema.get(), value.get()))) {
        faults.add("header '" + name + "' has the value '" + value.get() + "'");
      }
    }
  }

  private void body(ObjectNode response, Answer answer, List<String> faults) {
    Optional<Node> schema =
        Nodes.object(response.get("content"))
            .flatMap(content -> Nodes.object(content.value(0)))
            .flatMap(media -> Optional.ofNullable(media.get("schema")));
    if (schema.isEmpty()) {
      return;
    }
    Optional<Node> value = Nodes.json(answer.body());
    if (value.isEmpty()) {
      faults.add("the body is not JSON: " + answer.body());
    } else if (!api.accepts(schema.get(), Role.RECEIVED_RESPONSE, value.get())) {
      faults.add("the body does not follow its schema: " + answer.body());
    } else {
      Undeclared.in(schema.get(), value.get())
          .forEach(name -> faults.add("property '" + name + "' is not declared"));
    }
  }

  private static List<String> declared(ObjectNode response) {
    return Nodes.object(response.get("headers")).map(ObjectNode::keys).orElse(List.of());
  }

  /*
   * Lines end in \n, and a body shows in Content-Length, as the library writes messages. What HTTP
   * adds beside (Date, Connection, Vary …) is no matter of the specification.
   */
  private static String text(Answer answer, List<String> declared) {
    StringBuilder out = new StringBuilder("HTTP/1.1 " + answer.status() + " \n");
    for (Map.Entry<String, String> field : answer.headers().fields()) {
      if (field.getKey().equalsIgnoreCase("Content-Type")
          || declared.stream().anyMatch(field.getKey()::equalsIgnoreCase)) {
        out.append(field.getKey()).append(": ").append(field.getValue()).append('\n');
      }
    }
    if (!answer.body().isEmpty()) {
      out.append("Content-Length: ").append(answer.body().length()).append('\n');
    }
    return out.append('\n').append(answer.body()).toString();
  }
}

package dev.steadfast.proof.contract;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of a specification.
 *
 * @param method in capitals
 * @param path with its holes, relative to the base path
 * @param node the Operation Object
 */
public record Operation(
    String id, String method, String path, ObjectNode node, List<Parameter> parameters) {

  /** A parameter, of the operation or its path. */
  public record Parameter(String name, String in, boolean required, Node schema) {

    /** The members of this kind, for instance {@code query}. */
    boolean isIn(String place) {
      return in.equals(place);
    }
  }

  public Operation {
    parameters = List.copyOf(parameters);
  }

  List<Parameter> in(String place) {
    return parameters.stream().filter(parameter -> parameter.isIn(place)).toList();
  }

  Optional<Parameter> parameter(String place, String name) {
    return in(place).stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The statuses that it declares, three digits each, in order. */
  public List<String> statuses() {
    return Nodes.object(node.get("responses")).map(ObjectNode::keys).orElse(List.of());
  }

  /** The media type of its request body; empty without one. */
  Optional<String> bodyType() {
    return content().map(content -> content.key(0));
  }

  Optional<Node> bodySchema() {
    return content()
        .flatMap(content -> Nodes.object(content.value(0)))
        .flatMap(media -> Optional.ofNullable(media.get("schema")));
  }

  boolean bodyRequired() {
    return Nodes.object(node.get("requestBody"))
        .map(body -> Nodes.isTrue(body.get("required")))
        .orElse(false);
  }

  private Optional<ObjectNode> content() {
    return Nodes.object(node.get("requestBody")).flatMap(body -> Nodes.object(body.get("content")));
  }

  Optional<ObjectNode> response(int status) {
    return Nodes.object(node.get("responses"))
        .flatMap(responses -> Nodes.object(responses.get(String.valueOf(status))));
  }

  /** The scopes of one of its alternatives; empty when none are asked for. */
  public Set<String> scopes() {
    List<String> scopes = new ArrayList<>();
    if (node.get("security") instanceof ArrayNode alternatives) {
      Nodes.object(alternatives.get(0))
          .map(demand -> demand.value(0))
          .filter(ArrayNode.class::isInstance)
          .map(ArrayNode.class::cast)
          .ifPresent(list -> list.forEach(one -> scopes.add(((StringNode) one).value())));
    }
    return Set.copyOf(scopes);
  }

  @Override
  public String toString() {
    return method + ' ' + path;
  }
}

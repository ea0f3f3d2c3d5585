package dev.steadfast.diff;

import dev.steadfast.spec.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * A named way from a response to a further operation (OAS 3.1, Link Object).
 *
 * @param target the operation that it leads to, however the link names it
 */
public record Link(String name, ObjectNode at, String target) implements Element {

  private static final List<String> NAMES = List.of("operationId", "operationRef");
  private static final List<String> VALUES = List.of("parameters", "requestBody", "server");

  static Link of(String name, ObjectNode at, Contract contract) {
    String id = Nodes.text(at, "operationId");
    String named = id == null ? Nodes.text(at, "operationRef", "") : id;
    return new Link(name, at, contract.operationNamed(named));
  }

  @Override
  public String described() {
    return "link '" + name + "'";
  }

  /** Whether both lead to the same operation with the same values. */
  public boolean leadsWhere(Link other) {
    return (target.equals(other.target) || same(NAMES, other)) && same(VALUES, other);
  }

  private boolean same(List<String> keys, Link other) {
    return keys.stream().allMatch(key -> Objects.equals(at.get(key), other.at.get(key)));
  }
}

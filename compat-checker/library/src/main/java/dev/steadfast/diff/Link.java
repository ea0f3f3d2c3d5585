package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.Objects;

/** A named way from a response to a further operation (OAS 3.1, Link Object). */
public record Link(String name, ObjectNode at) implements Element {

  @Override
  public String described() {
    return "link '" + name + "'";
  }

  /** Whether both lead to the same operation with the same values. */
  public boolean leadsWhere(Link other) {
    return same("requestBody", other)
        && same("server", other)
        && ((same("operationId", other) && same("operationRef", other) && same("parameters", other))
            || LinkTarget.of(at).equals(LinkTarget.of(other.at)));
  }

  private boolean same(String key, Link other) {
    Node mine = at.get(key);
    return Objects.equals(mine, other.at.get(key));
  }
}

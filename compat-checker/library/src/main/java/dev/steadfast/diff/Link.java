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
    for (String key :
        new String[] {"operationId", "operationRef", "parameters", "requestBody", "server"}) {
      Node mine = at.get(key);
      if (!Objects.equals(mine, other.at.get(key))) {
        return false;
      }
    }
    return true;
  }
}

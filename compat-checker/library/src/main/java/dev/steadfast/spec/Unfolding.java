package dev.steadfast.spec;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * Makes sure that a document stays finite and small after targets were put in place of references:
 * walking down from any object ends, within the limits on depth and number of values.
 */
final class Unfolding {

  private static final Extent OPEN = new Extent(0, 0);

  private final Limits limits;
  private final IdentityHashMap<Node, Extent> known = new IdentityHashMap<>();

  /** How many values an object or array contains, itself included, and how deep they go. */
  private record Extent(long nodes, int height) {}

  /** The document has no end, or none within the limits. */
  private static final class EndlessException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  Unfolding(Limits limits) {
    this.limits = limits;
  }

  /** Checks what surrounds each of the references that were replaced. */
  void check(List<Reference> replaced, Problems problems) {
    for (Reference reference : replaced) {
      Reference.Slot slot = reference.slot();
      if (slot != null) {
        try {
          extent(slot.holder(), 0);
        } catch (EndlessException e) {
          problems.problem(
              reference.text(),
              "reference without end: what it leads to contains it, or is too large");
          return;
        }
      }
    }
  }

  private Extent extent(Node node, int depth) throws EndlessException {
    if (!(node instanceof ObjectNode) && !(node instanceof ArrayNode)) {
      return new Extent(1, 0);
    }
    Extent extent = known.get(node);
    if (extent == null) {
      known.put(node, OPEN);
      extent = measure(node, depth);
      known.put(node, extent);
    } else if (extent.equals(OPEN)) {
      throw new EndlessException();
    }
    if (depth + extent.height() > limits.depth() || extent.nodes() > limits.nodes()) {
      throw new EndlessException();
    }
    return extent;
  }

  private Extent measure(Node node, int depth) throws EndlessException {
    if (depth > limits.depth()) {
      throw new EndlessException();
    }
    long nodes = 1;
    int height = 0;
    int size = node instanceof ObjectNode object ? object.size() : ((ArrayNode) node).size();
    for (int i = 0; i < size; i++) {
      Node member = node instanceof ObjectNode object ? object.value(i) : ((ArrayNode) node).get(i);
      Extent inner = extent(member, depth + 1);
      nodes += inner.nodes();
      height = Math.max(height, inner.height() + 1);
    }
    return new Extent(nodes, height);
  }
}

package dev.steadfast.spec;

import org.jspecify.annotations.Nullable;

/**
 * A JSON value with the place where its author wrote it.
 *
 * <p>Trees are immutable once read. Values made by the program (a witness) have line 0.
 */
public abstract sealed class Node
    permits ObjectNode, ArrayNode, StringNode, NumberNode, BooleanNode, NullNode {

  private final int line;
  private final int column;
  private @Nullable Object owner; // the containing Node, the Tree of a root, an Origin, or null

  Node(int line, int column) {
    this.line = line;
    this.column = column;
  }

  /** 1-based; 0 for a value that no file contains. */
  public final int line() {
    return line;
  }

  /** 1-based, counted in characters as an editor does; 0 for a value that no file contains. */
  public final int column() {
    return column;
  }

  /**
   * The object or array that contains this value; null for a root. A shared YAML alias has its
   * anchor's parent.
   */
  public final @Nullable Node parent() {
    if (owner instanceof Origin origin) {
      return origin.node().parent();
    }
    return owner instanceof Node node ? node : null;
  }

  /** The file this value was read from; null for a value that no file contains. */
  public final @Nullable Tree tree() {
    Object up = owner;
    while (!(up instanceof Tree) && up != null) {
      up = up instanceof Origin origin ? origin.node().owner : ((Node) up).owner;
    }
    return (Tree) up;
  }

  /** RFC 6901 pointer from the root of the file; empty for the root. */
  public final String pointer() {
    if (owner instanceof Origin origin) {
      return origin.node().pointer();
    }
    Node up = parent();
    return up == null ? "" : up.pointer() + up.stepTo(this);
  }

  /* Nothing for what a reference's target was put in place of. */
  private String stepTo(Node member) {
    if (this instanceof ObjectNode object) {
      String key = object.keyOf(member);
      return key == null ? "" : Pointer.step(key);
    }
    int index = ((ArrayNode) this).indexOf(member);
    return index < 0 ? "" : "/" + index;
  }

  final void ownedBy(Object newOwner) {
    if (owner == null) {
      owner = newOwner;
    }
  }

  /** Says that this value, made by the reader, is what the author wrote elsewhere. */
  final void standsFor(Node written) {
    owner = new Origin(written);
  }

  private record Origin(Node node) {}

  /** Compact JSON text, keys in document order. */
  @Override
  public final String toString() {
    StringBuilder out = new StringBuilder();
    JsonText.write(this, out);
    return out.toString();
  }

  /**
   * JSON equality (JSON Schema 2020-12 Core §4.2.2): numbers by mathematical value, objects without
   * order.
   */
  @Override
  public abstract boolean equals(@Nullable Object other);

  @Override
  public abstract int hashCode();
}

package dev.steadfast.spec;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON array. */
public final class ArrayNode extends Node implements Iterable<Node> {

  private final Node[] items;

  /** Takes ownership of the array. */
  ArrayNode(Node[] items, int line, int column) {
    super(line, column);
    this.items = items;
    for (Node item : items) {
      item.ownedBy(this);
    }
  }

  /** An array that no file contains. */
  public static ArrayNode of(List<? extends Node> items) {
    return new ArrayNode(items.toArray(Node[]::new), 0, 0);
  }

  public int size() {
    return items.length;
  }

  public Node get(int index) {
    return items[index];
  }

  @Override
  public Iterator<Node> iterator() {
    return Arrays.asList(items).iterator();
  }

  /** Puts what a reference leads to in the reference's place. */
  void replace(int position, Node item) {
    items[position] = item;
  }

  int indexOf(Node item) {
    for (int i = 0; i < items.length; i++) {
      if (items[i] == item) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArrayNode that && Arrays.equals(items, that.items);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(items);
  }
}

package dev.steadfast.spec;

/** One file, read. Identity is the file: two reads of one file are two trees. */
public final class Tree {

  private final String name;
  private final Node root;

  Tree(String name, Node root) {
    this.name = name;
    this.root = root;
    root.ownedBy(this);
  }

  /**
   * How messages call the file: the path as the user gave it, {@code git:REF:PATH} or {@code
   * <stdin>}.
   */
  public String name() {
    return name;
  }

  public Node root() {
    return root;
  }
}

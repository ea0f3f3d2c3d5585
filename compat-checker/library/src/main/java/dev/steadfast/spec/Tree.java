package dev.steadfast.spec;

/** One file, read. Identity is the file: two reads of one file are two trees. */
public final class Tree {

  private final String name;
  private final Node root;
  private final Source source;
  private final boolean identified;

  /** A file that names schemas, by {@code $id} and the like, is {@code identified}. */
  Tree(Source source, Node root, boolean identified) {
    this.name = source.name();
    this.source = source;
    this.root = root;
    this.identified = identified;
    root.ownedBy(this);
  }

  Source source() {
    return source;
  }

  boolean identified() {
    return identified;
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

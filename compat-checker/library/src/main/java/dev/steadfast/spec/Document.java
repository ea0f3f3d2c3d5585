package dev.steadfast.spec;

/** A document that was read, whole and without problems. */
public final class Document {

  private final Tree tree;
  private final Version version;
  private final Dialect dialect;

  Document(Tree tree, Version version, Dialect dialect) {
    this.tree = tree;
    this.version = version;
    this.dialect = dialect;
  }

  public String name() {
    return tree.name();
  }

  public Node root() {
    return tree.root();
  }

  public @org.jspecify.annotations.Nullable Node resolve(Node from, String reference) {
    return null;
  }

  public Version version() {
    return version;
  }

  /** What the keywords of this schema mean. */
  public Dialect dialect(Node schema) {
    return dialect;
  }
}

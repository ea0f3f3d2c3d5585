package dev.steadfast.spec;

import dev.steadfast.spec.Trees.RefusedException;
import org.jspecify.annotations.Nullable;

/** A document that was read, whole and without problems. Thread-safe. */
public final class Document {

  private final String name;
  private final Node root;
  private final Version version;
  private final Dialects dialects;
  private final Resolver resolver;

  Document(String name, Node root, Version version, Dialects dialects, Resolver resolver) {
    this.name = name;
    this.root = root;
    this.version = version;
    this.dialects = dialects;
    this.resolver = resolver;
  }

  /** How messages call the document. */
  public String name() {
    return name;
  }

  /** The document; of Swagger 2.0, as OpenAPI 3.0 with the places of the author's file. */
  public Node root() {
    return root;
  }

  /** As the author wrote it; a Swagger 2.0 document is read as OpenAPI 3.0. */
  public Version version() {
    return version;
  }

  /** What the keywords of this schema mean. */
  public Dialect dialect(Node schema) {
    return dialects.of(schema);
  }

  /**
   * Whether the schema refers to one of several schemas that share a dynamic anchor, so that the
   * way there decides (JSON Schema 2020-12 Core §8.2.3.2); its target is one of them.
   */
  public boolean dependsOnPath(ObjectNode schema) {
    return resolver.dependsOnPath(schema);
  }

  /**
   * The schema that a discriminator's mapping names.
   *
   * @param from the object that holds the name
   * @param name of a schema in the components, or a reference
   * @return null when there is no such schema, or it lies in a file that no other reference leads
   *     to
   */
  public @Nullable Node resolve(Node from, String name) {
    Node found = References.component(root, name);
    if (found == null) {
      try {
        found = resolver.resolve(from, name);
      } catch (RefusedException e) {
        return null;
      }
    }
    return found instanceof ObjectNode object && object.target() != null && object.size() == 1
        ? object.target()
        : found;
  }
}

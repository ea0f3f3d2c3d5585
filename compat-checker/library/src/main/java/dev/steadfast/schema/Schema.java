package dev.steadfast.schema;

import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of JSON values. Made by {@link Schemas}, which gives equal descriptions the same object, so
 * that identity can be compared. References stay lazy: nothing is inlined.
 */
public abstract sealed class Schema {

  private final int id;
  private @Nullable Shape upper;
  private @Nullable Shape lower;

  Schema(int id) {
    this.id = id;
  }

  /** Order of creation; the same in every run over the same documents. */
  final int id() {
    return id;
  }

  final @Nullable Shape shape(Bound bound) {
    return bound == Bound.UPPER ? upper : lower;
  }

  final void shape(Bound bound, Shape shape) {
    if (bound == Bound.UPPER) {
      upper = shape;
    } else {
      lower = shape;
    }
  }

  /** Every value. */
  static final class Any extends Schema {
    Any() {
      super(0);
    }
  }

  /** No value. */
  static final class None extends Schema {
    None() {
      super(1);
    }
  }

  /** What an object of a document says, references followed. */
  static final class Located extends Schema {
    final ObjectNode node;
    final ObjectNode keywords; // of the node, those that the dialect knows
    final Document document;
    final Dialect dialect;
    final View view;
    private @Nullable String name;
    @Nullable Located representative; // kept by Schemas

    /** Whether its reference leads to a schema that cannot be told. */
    boolean dependsOnPath() {
      return document.dependsOnPath(node);
    }

    /** The key under which the schema is written; empty for a root or an item. */
    String name() {
      if (name == null) {
        String key = node.parent() instanceof ObjectNode parent ? parent.keyOf(node) : null;
        name = key == null ? "" : key;
      }
      return name;
    }

    Located(int id, ObjectNode node, Document document, Dialect dialect, View view) {
      super(id);
      this.node = node;
      this.keywords = Keywords.known(node, dialect);
      this.document = document;
      this.dialect = dialect;
      this.view = view;
    }
  }

  /** The values that are in each part. */
  static final class And extends Schema {
    final List<Schema> parts;

    And(int id, List<Schema> parts) {
      super(id);
      this.parts = parts;
    }
  }

  /** The values that are in some part. */
  static final class Or extends Schema {
    final List<Schema> parts;

    Or(int id, List<Schema> parts) {
      super(id);
      this.parts = parts;
    }
  }

  /** The values that are not in {@code inner}. */
  static final class Not extends Schema {
    final Schema inner;

    Not(int id, Schema inner) {
      super(id);
      this.inner = inner;
    }
  }

  /** One value. */
  static final class Const extends Schema {
    final Node value;

    Const(int id, Node value) {
      super(id);
      this.value = value;
    }
  }

  /**
   * Objects whose property is one of the keys that select a schema (OAS, Discriminator Object), and
   * all that is no object.
   */
  static final class Keyed extends Schema {
    final String property;
    final Set<String> keys;

    Keyed(int id, String property, Set<String> keys) {
      super(id);
      this.property = property;
      this.keys = keys;
    }
  }

  /** Objects that have the property, and all that is no object. */
  static final class Having extends Schema {
    final String property;

    Having(int id, String property) {
      super(id);
      this.property = property;
    }
  }

  /** Every object, and nothing else. */
  static final class Objects extends Schema {
    Objects(int id) {
      super(id);
    }
  }
}

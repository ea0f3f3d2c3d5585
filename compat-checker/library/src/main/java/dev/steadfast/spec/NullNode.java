package dev.steadfast.spec;

import org.jspecify.annotations.Nullable;

/** JSON null. */
public final class NullNode extends Node {

  NullNode(int line, int column) {
    super(line, column);
  }

  /** A null that no file contains. */
  public static NullNode of() {
    return new NullNode(0, 0);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NullNode;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}

package dev.steadfast.spec;

import org.jspecify.annotations.Nullable;

/** JSON true or false. */
public final class BooleanNode extends Node {

  private final boolean value;

  BooleanNode(boolean value, int line, int column) {
    super(line, column);
    this.value = value;
  }

  /** A boolean that no file contains. */
  public static BooleanNode of(boolean value) {
    return new BooleanNode(value, 0, 0);
  }

  public boolean value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BooleanNode that && value == that.value;
  }

  @Override
  public int hashCode() {
    return Boolean.hashCode(value);
  }
}

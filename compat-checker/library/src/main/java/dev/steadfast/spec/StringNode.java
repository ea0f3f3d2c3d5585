package dev.steadfast.spec;

import org.jspecify.annotations.Nullable;

/** A JSON string. */
public final class StringNode extends Node {

  private final String value;

  StringNode(String value, int line, int column) {
    super(line, column);
    this.value = value;
  }

  /** A string that no file contains. */
  public static StringNode of(String value) {
    return new StringNode(value, 0, 0);
  }

  /** A string that says otherwise what the author wrote, and whose place it takes. */
  public static StringNode insteadOf(Node written, String value) {
    StringNode made = new StringNode(value, written.line(), written.column());
    made.standsFor(written);
    return made;
  }

  public String value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StringNode that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }
}

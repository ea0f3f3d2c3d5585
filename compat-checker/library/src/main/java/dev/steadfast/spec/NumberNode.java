package dev.steadfast.spec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A JSON number, exact: never a double. */
public final class NumberNode extends Node {

  private final BigDecimal value;

  NumberNode(BigDecimal value, int line, int column) {
    super(line, column);
    this.value = value;
  }

  /** A number that no file contains. */
  public static NumberNode of(BigDecimal value) {
    return new NumberNode(value, 0, 0);
  }

  /** As written: 1.0 and 1 are equal values of different scale; 1e400 stays a small object. */
  public BigDecimal value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NumberNode that && value.compareTo(that.value) == 0;
  }

  @Override
  public int hashCode() {
    return value.signum() == 0 ? 0 : value.stripTrailingZeros().hashCode();
  }
}

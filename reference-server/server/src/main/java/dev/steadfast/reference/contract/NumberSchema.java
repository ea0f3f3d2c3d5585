package dev.steadfast.reference.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a number must be.
 *
 * @param whole whether it must be an integer; 10.0 is one
 * @param decimals the most digits after the point, from a {@code multipleOf} that is a power of ten
 */
record NumberSchema(
    boolean whole, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, int decimals)
    implements Schema {

  @Override
  public void check(JsonNode value, Place place) {
    BigDecimal number = value.decimalValue();
    if (whole && decimals(number) > 0) {
      place.fault("must be an integer, is " + number);
    } else if (minimum != null && number.compareTo(minimum) < 0) {
      place.fault("must be at least " + minimum + ", is " + number);
    } else if (maximum != null && number.compareTo(maximum) > 0) {
      place.fault("must be at most " + maximum + ", is " + number);
    } else if (decimals(number) > decimals) {
      place.fault("must have at most " + decimals + " decimals, is " + number);
    }
  }

  private static int decimals(BigDecimal number) {
    return number.scale() <= 0 ? 0 : number.stripTrailingZeros().scale();
  }
}

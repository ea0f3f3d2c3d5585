package dev.steadfast.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The numeric formats of the OpenAPI Format Registry (https://spec.openapis.org/registry/format/),
 * as value ranges. The integer formats are integers whatever the type beside them; what a float
 * rounds is still its value.
 */
final class NumberFormat {

  private static final Map<String, NumberSet> FORMATS =
      Map.ofEntries(
          Map.entry("int8", signed(8)),
          Map.entry("int16", signed(16)),
          Map.entry("int32", signed(32)),
          Map.entry("int64", signed(64)),
          Map.entry("uint8", unsigned(8)),
          Map.entry("uint16", unsigned(16)),
          Map.entry("uint32", unsigned(32)),
          Map.entry("uint64", unsigned(64)),
          Map.entry("double-int", integers(power(53).subtract(BigDecimal.ONE))),
          Map.entry("float", symmetric(new BigDecimal(Float.MAX_VALUE))),
          Map.entry("double", symmetric(new BigDecimal(Double.MAX_VALUE))),
          Map.entry("decimal", NumberSet.all()),
          Map.entry(
              "decimal128", symmetric(new BigDecimal("9.999999999999999999999999999999999e6144"))));

  private NumberFormat() {}

  static Optional<NumberSet> named(String name) {
    return Optional.ofNullable(FORMATS.get(name));
  }

  private static NumberSet signed(int bits) {
    BigDecimal half = power(bits - 1);
    return NumberSet.integers()
        .and(NumberSet.between(half.negate(), half.subtract(BigDecimal.ONE)));
  }

  private static NumberSet unsigned(int bits) {
    return NumberSet.integers()
        .and(NumberSet.between(BigDecimal.ZERO, power(bits).subtract(BigDecimal.ONE)));
  }

  private static NumberSet integers(BigDecimal most) {
    return NumberSet.integers().and(symmetric(most));
  }

  private static NumberSet symmetric(BigDecimal most) {
    return NumberSet.between(most.negate(), most);
  }

  private static BigDecimal power(int exponent) {
    return BigDecimal.valueOf(2).pow(exponent);
  }
}

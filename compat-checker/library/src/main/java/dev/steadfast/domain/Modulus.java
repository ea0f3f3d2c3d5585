package dev.steadfast.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The multiples of a positive decimal, odd × 2^twos × 5^fives with odd prime to 10; the exponents
 * may be negative. In this form nothing grows when 1e-1000000 meets 1e1000000.
 */
record Modulus(BigInteger odd, long twos, long fives) implements NumberAtom {

  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final int MAX_WRITTEN_EXPONENT = 20_000;

  /** Of any decimal but zero; the sign does not count. */
  static Modulus of(BigDecimal value) {
    BigInteger rest = value.unscaledValue().abs();
    int shift = rest.getLowestSetBit();
    rest = rest.shiftRight(shift);
    long fives = 0;
    int step = 1;
    BigInteger power = FIVE;
    while (step > 0) {
      BigInteger[] quotient = rest.divideAndRemainder(power);
      if (quotient[1].signum() == 0) {
        rest = quotient[0];
        fives += step;
        step *= 2;
        power = power.multiply(power);
      } else {
        step /= 2;
        power = FIVE.pow(step);
      }
    }
    return new Modulus(rest, (long) shift - value.scale(), fives - value.scale());
  }

  @Override
  public boolean holds(BigDecimal number) {
    return number.signum() == 0 || divides(of(number));
  }

  /** Whether every multiple of the other is a multiple of this. */
  boolean divides(Modulus other) {
    return twos <= other.twos && fives <= other.fives && other.odd.mod(odd).signum() == 0;
  }

  Modulus leastCommonMultiple(Modulus other) {
    return new Modulus(
        odd.divide(odd.gcd(other.odd)).multiply(other.odd),
        Math.max(twos, other.twos),
        Math.max(fives, other.fives));
  }

  /** How many of the divisor this is; the divisor divides it. */
  Modulus dividedBy(Modulus divisor) {
    return new Modulus(odd.divide(divisor.odd), twos - divisor.twos, fives - divisor.fives);
  }

  /** The decimal itself; empty when it would fill the memory. */
  Optional<BigDecimal> value() {
    long tens = Math.min(twos, fives);
    if (twos - tens > MAX_WRITTEN_EXPONENT
        || fives - tens > MAX_WRITTEN_EXPONENT
        || Math.abs(tens) > Integer.MAX_VALUE / 2) {
      return Optional.empty();
    }
    BigInteger unscaled =
        odd.shiftLeft((int) (twos - tens)).multiply(FIVE.pow((int) (fives - tens)));
    return Optional.of(new BigDecimal(unscaled, (int) -tens));
  }

  /** A modulus comes before its multiples. */
  @Override
  public int compareTo(NumberAtom other) {
    if (!(other instanceof Modulus that)) {
      return -1;
    }
    int order = odd.compareTo(that.odd);
    if (order == 0) {
      order = Long.compare(twos, that.twos);
    }
    return order != 0 ? order : Long.compare(fives, that.fives);
  }
}

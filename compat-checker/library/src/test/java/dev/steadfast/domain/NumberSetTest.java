package dev.steadfast.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSetTest {

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static NumberSet multiples(String divisor) {
    return NumberSet.multiplesOf(number(divisor));
  }

  private static NumberSet open(String low, String high) {
    return NumberSet.moreThan(number(low)).and(NumberSet.lessThan(number(high)));
  }

  private static Emptiness inclusion(NumberSet left, NumberSet right) {
    return left.and(right.not()).emptiness();
  }

  @Test
  void exclusiveBounds_leaveOutTheBound() {
    assertThat(NumberSet.moreThan(number("5")).contains(number("5.0"))).isFalse();
    assertThat(NumberSet.atLeast(number("5")).contains(number("5.0"))).isTrue();
    assertThat(NumberSet.atLeast(number("5")).and(NumberSet.atMost(number("5.00"))))
        .isEqualTo(NumberSet.of(number("5")));
    assertThat(open("0", "1").and(NumberSet.integers())).isEqualTo(NumberSet.none());
    assertThat(open("0", "0")).isEqualTo(NumberSet.none());
  }

  @Test
  void minusZero_isZero() {
    assertThat(NumberSet.of(number("-0"), number("0e5"))).isEqualTo(NumberSet.of(BigDecimal.ZERO));
    assertThat(multiples("7").contains(number("-0.0"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10, 5, EMPTY",
    "5, 10, INHABITED",
    "1.5, 0.3, EMPTY",
    "1.5, 0.5, EMPTY",
    "0.3, 0.5, INHABITED",
    "10.5, 1.5, EMPTY",
    "98, 35, INHABITED",
    "0.1, 0.01, EMPTY",
    "1e400, 1e-400, EMPTY",
    "1e-400, 1e400, INHABITED",
    "1e1000000000, 7e-1000000000, INHABITED",
    "7e1000000000, 7e-1000000000, EMPTY",
  })
  void multiples_includeMultiplesOfDivisors(String left, String right, Emptiness expected) {
    assertThat(inclusion(multiples(left), multiples(right))).isEqualTo(expected);
  }

  @Test
  void commonMultiples_areTheMultiplesOfTheLeast() {
    NumberSet both = multiples("0.3").and(multiples("0.5"));
    assertThat(inclusion(both, multiples("1.5"))).isEqualTo(Emptiness.EMPTY);
    assertThat(inclusion(multiples("1.5"), both)).isEqualTo(Emptiness.EMPTY);
    assertThat(inclusion(both, multiples("3"))).isEqualTo(Emptiness.INHABITED);
    assertThat(both.and(multiples("3").not()).samples(2))
        .containsExactly(number("1.5"), number("4.5"));
  }

  @Test
  void decimals_areExact() {
    assertThat(multiples("0.1").contains(number("0.3"))).isTrue();
    assertThat(multiples("0.01").contains(number("4.35"))).isTrue();
    assertThat(multiples("1e-8").contains(number("12391239123"))).isTrue();
    assertThat(multiples("0.123456789").contains(number("1e308"))).isFalse();
    assertThat(NumberSet.integers().contains(number("1e400"))).isTrue();
    assertThat(NumberSet.integers().contains(number("9007199254740993.5"))).isFalse();
    assertThat(open("9007199254740992", "9007199254740994").and(NumberSet.integers()).samples(2))
        .containsExactly(number("9007199254740993"));
  }

  @Test
  void boundedMultiples_areCounted() {
    NumberSet few = open("0", "30").and(multiples("6")).and(multiples("12").not());
    assertThat(few.samples(9)).containsExactly(number("6"), number("18"));
    assertThat(few.and(NumberSet.of(number("6"), number("18")).not()).emptiness())
        .isEqualTo(Emptiness.EMPTY);
    NumberSet sieve = open("113", "127").and(NumberSet.integers());
    for (int prime : new int[] {2, 3, 5, 7, 11}) {
      sieve = sieve.and(multiples("" + prime).not());
    }
    assertThat(sieve.emptiness()).isEqualTo(Emptiness.EMPTY);
  }

  @Test
  void hugeNumbers_costNothing() {
    NumberSet far = NumberSet.moreThan(number("1e1000000000"));
    assertThat(far.emptiness()).isEqualTo(Emptiness.INHABITED);
    assertThat(far.samples(1)).allMatch(far::contains).hasSize(1);
    assertThat(inclusion(far, NumberSet.moreThan(number("1e999999999"))))
        .isEqualTo(Emptiness.EMPTY);
    NumberSet fine = open("0", "1e-1000000000");
    assertThat(fine.emptiness()).isEqualTo(Emptiness.INHABITED);
    assertThat(far.and(multiples("7")).emptiness()).isEqualTo(Emptiness.UNKNOWN);
  }

  @Test
  void manyDivisors_areDecidedWithinBounds() {
    NumberSet primes = NumberSet.integers().and(NumberSet.atLeast(number("1")));
    NumberSet some = NumberSet.none();
    for (int divisor = 2; divisor < 200; divisor++) {
      primes = primes.and(multiples("" + divisor).not());
      some = some.or(multiples("" + divisor));
    }
    assertThat(primes.emptiness()).isEqualTo(Emptiness.INHABITED);
    assertThat(primes.samples(3)).startsWith(number("1"));
    assertThat(some.samples(3)).containsExactly(number("0"), number("2"), number("3"));
  }

  @Test
  void listedNumbers_areDecidedOneByOne() {
    NumberSet two = NumberSet.of(number("1"), number("2.50"));
    assertThat(two.samples(9)).containsExactly(number("1"), number("2.5"));
    assertThat(inclusion(two, NumberSet.atMost(number("2.5")))).isEqualTo(Emptiness.EMPTY);
    assertThat(two.and(NumberSet.integers())).isEqualTo(NumberSet.of(number("1.0")));
    assertThat(two.and(two.not())).isEqualTo(NumberSet.none());
  }

  @Test
  void samples_areSimpleAndBesideTheBounds() {
    assertThat(NumberSet.all().samples(3)).containsExactly(number("0"), number("1"), number("2"));
    assertThat(NumberSet.moreThan(number("100")).samples(1)).containsExactly(number("101"));
    assertThat(NumberSet.integers().not().samples(2)).containsExactly(number("0.5"), number("1.5"));
    assertThat(NumberSet.of(number("0")).not().samples(1)).containsExactly(number("1"));
    assertThat(open("0.10", "0.11").samples(1)).containsExactly(number("0.101"));
  }

  @Test
  void divisor_isPositive() {
    assertThatIllegalArgumentException().isThrownBy(() -> multiples("0"));
  }

  @ParameterizedTest
  @CsvSource({
    "int32, 2147483647, true",
    "int32, 2147483648, false",
    "int32, -2147483648, true",
    "int32, 1.5, false",
    "int32, 1.0, true",
    "int64, 9223372036854775807, true",
    "int64, 9223372036854775808, false",
    "uint8, 255, true",
    "uint8, -1, false",
    "float, 1e39, false",
    "float, 0.1, true",
    "double, 1e308, true",
    "double, 1e400, false",
    "double-int, 9007199254740991, true",
    "double-int, 9007199254740992, false",
    "decimal, 1e400, true",
    "decimal128, 1e7000, false",
  })
  void formats_areRanges(String format, String member, boolean expected) {
    assertThat(NumberSet.format(format).map(set -> set.contains(number(member))))
        .isEqualTo(Optional.of(expected));
  }

  @Test
  void formats_includeEachOther() {
    List<String> chain = List.of("int8", "int16", "int32", "int64", "float", "double", "decimal");
    for (int i = 1; i < chain.size(); i++) {
      NumberSet smaller = NumberSet.format(chain.get(i - 1)).orElseThrow();
      NumberSet larger = NumberSet.format(chain.get(i)).orElseThrow();
      assertThat(inclusion(smaller, larger)).isEqualTo(Emptiness.EMPTY);
      assertThat(inclusion(larger, smaller)).isEqualTo(Emptiness.INHABITED);
    }
    assertThat(NumberSet.format("currency")).isEmpty();
  }
}

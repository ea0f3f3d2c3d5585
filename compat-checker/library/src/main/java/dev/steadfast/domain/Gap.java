package dev.steadfast.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open interval of the number line with a condition on divisibility.
 *
 * @param low exclusive; null is minus infinity
 * @param high exclusive; null is infinity
 */
record Gap(@Nullable BigDecimal low, @Nullable BigDecimal high, Decision<NumberAtom> condition) {

  private static final int MAX_CONJUNCTIONS = 5_000;
  private static final int MAX_SCAN = 50_000;
  private static final int MAX_BITS = 20_000;
  private static final int MAX_DIGITS = 20_000;

  /** The same set within this gap; constant if the condition always or never holds here. */
  Decision<NumberAtom> simplified() {
    if (condition.isTrue() || condition.isFalse()) {
      return condition;
    }
    if (emptiness() == Emptiness.EMPTY) {
      return Decision.constant(false);
    }
    boolean full = new Gap(low, high, condition.not()).emptiness() == Emptiness.EMPTY;
    return full ? Decision.constant(true) : condition;
  }

  Emptiness emptiness() {
    if (condition.isTrue()) {
      return Emptiness.INHABITED;
    }
    Search search = new Search();
    condition.visit(search);
    if (search.member != null) {
      return Emptiness.INHABITED;
    }
    return search.complete ? Emptiness.EMPTY : Emptiness.UNKNOWN;
  }

  /** One member, near zero where that is cheap. */
  Optional<BigDecimal> member() {
    Search search = new Search();
    condition.visit(search);
    return Optional.ofNullable(search.member);
  }

  boolean covers(BigDecimal number) {
    return (low == null || low.compareTo(number) < 0)
        && (high == null || number.compareTo(high) < 0);
  }

  private final class Search implements Decision.Visitor<NumberAtom> {

    private @Nullable BigDecimal member;
    private boolean complete = true;
    private int conjunctions;

    /** For each literal the least common multiple of the divisors so far; null for none. */
    private final List<@Nullable Modulus> commons = new ArrayList<>();

    @Override
    public boolean enter(List<Decision.Literal<NumberAtom>> literals) {
      int last = literals.size() - 1;
      while (commons.size() > last) {
        commons.remove(commons.size() - 1);
      }
      Modulus before = last == 0 ? null : commons.get(last - 1);
      Modulus common = before;
      if (literals.get(last).holds() && literals.get(last).atom() instanceof Modulus modulus) {
        common = before == null ? modulus : before.leastCommonMultiple(modulus);
      }
      commons.add(common);
      if (common == null) {
        return true;
      }
      if (common.odd().bitLength() > MAX_BITS) {
        complete = false;
        return false;
      }
      for (Decision.Literal<NumberAtom> literal : literals) {
        if (!literal.holds()
            && literal.atom() instanceof Modulus refused
            && refused.divides(common)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean found(List<Decision.Literal<NumberAtom>> literals) {
      List<Modulus> refused = new ArrayList<>();
      boolean mixed = false;
      for (Decision.Literal<NumberAtom> literal : literals) {
        if (!(literal.atom() instanceof Modulus modulus)) {
          mixed = true;
        } else if (!literal.holds()) {
          refused.add(modulus);
        }
      }
      Modulus common = literals.isEmpty() ? null : commons.get(literals.size() - 1);
      BigDecimal candidate = common == null ? beside(refused) : multiple(common, refused);
      if (candidate != null && holds(literals, candidate)) {
        member = candidate;
      } else if (mixed) {
        complete = false;
      }
      if (++conjunctions > MAX_CONJUNCTIONS) {
        complete = false;
      }
      return member == null && conjunctions <= MAX_CONJUNCTIONS;
    }

    private boolean holds(List<Decision.Literal<NumberAtom>> literals, BigDecimal number) {
      return literals.stream().allMatch(literal -> literal.atom().holds(number) == literal.holds());
    }

    /** A number that is too fine to be a multiple of any of them. */
    private @Nullable BigDecimal beside(List<Modulus> refused) {
      long scale = 1; // with none, the middle of the gap may be a multiple itself
      for (Modulus modulus : refused) {
        scale = Math.max(scale, 1 - Math.min(modulus.twos(), modulus.fives()));
      }
      if (scale > MAX_DIGITS) {
        complete = false;
        return null;
      }
      BigDecimal number = Between.fine(low, high, (int) scale);
      complete &= number != null;
      return number;
    }

    /** A multiple inside this gap that is not a multiple of any refused one. */
    private @Nullable BigDecimal multiple(Modulus common, List<Modulus> refused) {
      BigDecimal step = common.value().orElse(null);
      if (step == null || tooFar(low, step) || tooFar(high, step)) {
        complete = false;
        return null;
      }
      List<Modulus> factors =
          refused.stream()
              .map(modulus -> modulus.leastCommonMultiple(common).dividedBy(common))
              .toList();
      BigInteger first =
          low == null ? null : quotient(low, step, RoundingMode.FLOOR).add(BigInteger.ONE);
      BigInteger last =
          high == null ? null : quotient(high, step, RoundingMode.CEILING).subtract(BigInteger.ONE);
      BigInteger up = first != null && first.signum() > 0 ? first : BigInteger.ZERO;
      up = last != null && last.signum() < 0 ? last.add(BigInteger.ONE) : up;
      BigInteger down = up.subtract(BigInteger.ONE);
      for (int scanned = 0; scanned < MAX_SCAN; scanned++) {
        boolean above = last == null || up.compareTo(last) <= 0;
        boolean below = first == null || down.compareTo(first) >= 0;
        if (!above && !below) {
          return null;
        }
        if (above && passes(up, factors)) {
          return step.multiply(new BigDecimal(up));
        }
        if (below && passes(down, factors)) {
          return step.multiply(new BigDecimal(down));
        }
        up = up.add(BigInteger.ONE);
        down = down.subtract(BigInteger.ONE);
      }
      complete = false;
      return null;
    }

    private boolean passes(BigInteger index, List<Modulus> factors) {
      BigDecimal number = new BigDecimal(index);
      return factors.stream().noneMatch(factor -> factor.holds(number));
    }

    private boolean tooFar(@Nullable BigDecimal bound, BigDecimal step) {
      return bound != null
          && bound.signum() != 0
          && Math.abs(Between.magnitude(bound) - Between.magnitude(step)) > MAX_DIGITS;
    }

    private BigInteger quotient(BigDecimal bound, BigDecimal step, RoundingMode mode) {
      return bound.divide(step, 0, mode).toBigInteger();
    }
  }
}

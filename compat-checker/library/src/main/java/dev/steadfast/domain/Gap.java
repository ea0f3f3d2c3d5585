package dev.steadfast.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open interval of the number line with a condition on divisibility.
 *
 * @param low exclusive; null is minus infinity
 * @param high exclusive; null is infinity
 */
record Gap(@Nullable BigDecimal low, @Nullable BigDecimal high, Decision<NumberAtom> condition) {

  private static final int MAX_CONJUNCTIONS = 5_000;
  private static final int MAX_TRIED = 100;
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
    Search search = new Search(1);
    condition.visit(search);
    if (!search.members.isEmpty()) {
      return Emptiness.INHABITED;
    }
    return search.complete ? Emptiness.EMPTY : Emptiness.UNKNOWN;
  }

  /** Up to so many members, near zero where that is cheap; at least one if inhabited. */
  List<BigDecimal> members(int max) {
    Search search = new Search(max);
    condition.visit(search);
    return search.members;
  }

  private final class Search implements Decision.Visitor<NumberAtom> {

    private final int max;
    private final List<BigDecimal> members = new ArrayList<>();
    private boolean complete = true;
    private int conjunctions;

    /** For each literal the least common multiple of the divisors so far; null for none. */
    private final List<@Nullable Modulus> commons = new ArrayList<>();

    Search(int max) {
      this.max = max;
    }

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
      List<BigDecimal> candidates =
          common == null ? beside(refused) : multiples(common, refused, mixed ? MAX_TRIED : max);
      for (BigDecimal candidate : candidates) {
        if (members.size() < max && (!mixed || holds(literals, candidate))) {
          members.add(candidate);
        }
      }
      conjunctions++;
      complete &= !mixed && conjunctions < MAX_CONJUNCTIONS;
      return members.size() < max && conjunctions < MAX_CONJUNCTIONS;
    }

    private boolean holds(List<Decision.Literal<NumberAtom>> literals, BigDecimal number) {
      return literals.stream().allMatch(literal -> literal.atom().holds(number) == literal.holds());
    }

    /** A number that is too fine to be a multiple of any of them. */
    private List<BigDecimal> beside(List<Modulus> refused) {
      long scale = refused.isEmpty() ? 0 : 1;
      for (Modulus modulus : refused) {
        scale = Math.max(scale, 1 - Math.min(modulus.twos(), modulus.fives()));
      }
      BigDecimal number = scale > MAX_DIGITS ? null : Between.fine(low, high, (int) scale);
      complete &= number != null;
      return number == null ? List.of() : List.of(number);
    }

    /** Multiples inside this gap that are not multiples of any refused one, near zero first. */
    private List<BigDecimal> multiples(Modulus common, List<Modulus> refused, int enough) {
      BigDecimal step = common.value().orElse(null);
      if (step == null || tooFar(low, step) || tooFar(high, step)) {
        complete = false;
        return List.of();
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
      List<BigDecimal> found = new ArrayList<>();
      for (int scanned = 0; scanned < MAX_SCAN && found.size() < enough; scanned++) {
        boolean above = last == null || up.compareTo(last) <= 0;
        boolean below = first == null || down.compareTo(first) >= 0;
        if (!above && !below) {
          return found;
        }
        if (above && passes(up, factors)) {
          found.add(step.multiply(new BigDecimal(up)));
        }
        if (below && passes(down, factors)) {
          found.add(step.multiply(new BigDecimal(down)));
        }
        up = up.add(BigInteger.ONE);
        down = down.subtract(BigInteger.ONE);
      }
      complete &= !found.isEmpty();
      return found;
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

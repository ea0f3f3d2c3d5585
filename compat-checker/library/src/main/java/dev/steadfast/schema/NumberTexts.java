package dev.steadfast.schema;

import dev.steadfast.domain.Emptiness;
import dev.steadfast.domain.NumberSet;
import dev.steadfast.domain.StringSet;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where values travel as texts: the numbers whose texts are all among some strings. */
final class NumberTexts {

  private record Texts(StringSet texts, NumberSet numbers) {

    static final List<Texts> ALL =
        List.of(
            new Texts(
                StringSet.pattern("^(0|[1-9][0-9]*)$"),
                NumberSet.integers().and(NumberSet.atLeast(BigDecimal.ZERO))),
            new Texts(
                StringSet.pattern("^-[1-9][0-9]*$"),
                NumberSet.integers().and(NumberSet.lessThan(BigDecimal.ZERO))),
            new Texts(
                StringSet.pattern("^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?$"),
                NumberSet.all()));
  }

  private final Map<StringSet, NumberSet> known = new HashMap<>();

  /** A lower bound: others may have their text among the strings too. */
  NumberSet within(StringSet strings) {
    return strings.equals(StringSet.all())
        ? NumberSet.all()
        : known.computeIfAbsent(strings, NumberTexts::compute);
  }

  private static NumberSet compute(StringSet strings) {
    NumberSet numbers = NumberSet.none();
    for (Texts some : Texts.ALL) {
      boolean all = some.texts.without(strings).emptiness() == Emptiness.EMPTY;
      numbers = all ? numbers.or(some.numbers) : numbers;
    }
    return numbers;
  }
}

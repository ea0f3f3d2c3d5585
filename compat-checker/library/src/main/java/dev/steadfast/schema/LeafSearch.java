package dev.steadfast.schema;

import dev.steadfast.domain.Emptiness;
import dev.steadfast.domain.NumberSet;
import dev.steadfast.domain.StringSet;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for null, a boolean, a number or a string in a shape and outside of others. */
final class LeafSearch {

  private static final int SAMPLES = 12;
  private static final int MOST_DIGITS = 18;

  private final Map<StringSet, Emptiness> emptiness = new HashMap<>();
  private final Map<Wanted, List<String>> samples = new HashMap<>();

  private record Wanted(StringSet from, int count) {}

  void outside(Shape in, List<Shape> out, Candidates candidates) {
    if (in.nul() && out.stream().noneMatch(Shape::nul)) {
      candidates.offer(NullNode.of());
    }
    if (in.yes() && out.stream().noneMatch(Shape::yes)) {
      candidates.offer(BooleanNode.of(true));
    }
    if (in.no() && out.stream().noneMatch(Shape::no)) {
      candidates.offer(BooleanNode.of(false));
    }
    NumberSet numbers = in.numbers();
    StringSet strings = in.strings();
    for (Shape shape : out) {
      numbers = numbers.without(shape.numbers());
      strings = strings.without(shape.strings());
    }
    if (!candidates.found() && numbers.emptiness() != Emptiness.EMPTY) {
      numbers.samples(SAMPLES).forEach(sample -> candidates.offer(NumberNode.of(sample)));
      for (int digits = 2; digits <= MOST_DIGITS && !candidates.found(); digits++) {
        BigDecimal power = BigDecimal.TEN.pow(digits - 1);
        if (numbers.contains(power)) {
          candidates.offer(NumberNode.of(power)); // a text of so many characters
        }
      }
      candidates.doubt("numbers that are allowed before and refused after were not found");
    }
    if (!candidates.found() && emptiness(strings) != Emptiness.EMPTY) {
      offer(strings, 1, candidates);
      if (!candidates.found()) {
        offer(strings, SAMPLES, candidates);
      }
      candidates.doubt(
          emptiness(strings) == Emptiness.INHABITED
              ? "the strings that tell them apart are too long to be written out"
              : "the difference of the strings could not be decided");
    }
  }

  private void offer(StringSet strings, int count, Candidates candidates) {
    samples
        .computeIfAbsent(new Wanted(strings, count), wanted -> wanted.from.samples(wanted.count))
        .forEach(sample -> candidates.offer(StringNode.of(sample)));
  }

  /* Few sets of strings are asked about again and again, and patterns take long to walk. */
  private Emptiness emptiness(StringSet strings) {
    return emptiness.computeIfAbsent(strings, StringSet::emptiness);
  }
}

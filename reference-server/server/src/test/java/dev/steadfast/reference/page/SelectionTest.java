package dev.steadfast.reference.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void scope_ofDifferentFilters_isDifferent() {
    AmountBound ten = AmountBound.ofMinor(10);
    List<Selection> all =
        List.of(
            selection("m", Set.of(), null, null, null, null, null, null, null),
            selection("n", Set.of(), null, null, null, null, null, null, null),
            selection("m", Set.of("a"), null, null, null, null, null, null, null),
            selection("m", Set.of("a", "b"), null, null, null, null, null, null, null),
            selection("m", Set.of("a, b"), null, null, null, null, null, null, null),
            selection("m", Set.of(), "EUR", null, null, null, null, null, null),
            selection("m", Set.of(), "null", null, null, null, null, null, null),
            selection("m", Set.of(), null, "x", null, null, null, null, null),
            selection("m", Set.of(), null, null, "x", null, null, null, null),
            selection("m", Set.of(), null, null, "x4:null", null, null, null, null),
            selection("m", Set.of(), null, null, null, ten, null, null, null),
            selection("m", Set.of(), null, null, null, null, ten, null, null),
            selection("m", Set.of(), null, null, null, null, null, DAY, null),
            selection("m", Set.of(), null, null, null, null, null, null, DAY));

    assertThat(all.stream().map(Selection::scope).collect(Collectors.toSet())).hasSize(14);
  }

  @Test
  void scope_ofTheSameFiltersInAnotherOrder_isTheSame() {
    assertThat(selection("m", Set.of("a", "b"), null, null, null, null, null, DAY, null).scope())
        .isEqualTo(
            selection("m", Set.of("b", "a"), null, null, null, null, null, DAY, null).scope());
  }

  @Test
  void bound_inMainUnits_isRoundedIntoTheRange() {
    assertThat(AmountBound.atLeast(new BigDecimal("10.501")))
        .isEqualTo(new AmountBound(11, 1051, 10501));
    assertThat(AmountBound.atMost(new BigDecimal("10.509")))
        .isEqualTo(new AmountBound(10, 1050, 10509));
  }

  @Test
  void instant_withNanoseconds_isRoundedUpToTheMicrosecond() {
    assertThat(Instants.from(OffsetDateTime.parse("2026-11-22T01:00:00.000000001+01:00")))
        .isEqualTo("2026-11-22T00:00:00.000001Z");
    assertThat(Instants.from(OffsetDateTime.parse("2026-11-22T01:00:00.000001+01:00")))
        .isEqualTo("2026-11-22T00:00:00.000001Z");
    assertThat(Instants.from(null)).isNull();
  }

  private static Selection selection(
      String merchant,
      Set<String> states,
      @Nullable String currency,
      @Nullable String payment,
      @Nullable String reference,
      @Nullable AmountBound atLeast,
      @Nullable AmountBound atMost,
      @Nullable Instant from,
      @Nullable Instant before) {
    return new Selection(
        merchant,
        new TreeSet<>(states),
        currency,
        payment,
        reference,
        atLeast,
        atMost,
        from,
        before,
        null);
  }
}

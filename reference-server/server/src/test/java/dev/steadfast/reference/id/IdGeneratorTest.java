package dev.steadfast.reference.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdGeneratorTest {
  private final IdGenerator ids = new IdGenerator();

  @Test
  void id_ofAnInstant_startsWithItsMilliseconds() {
    // the example of the ULID specification
    assertThat(ids.next("pay_", Instant.ofEpochMilli(1_469_918_176_385L)))
        .matches("pay_01ARYZ6S41[0-9A-HJKMNP-TV-Z]{16}");
  }

  @Test
  void ids_ofOneGenerator_growAlsoWhenTheClockIsSetBack() {
    Instant now = Instant.parse("2026-11-22T18:00:00Z");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.next("pay_", i % 3 == 0 ? now.minusSeconds(1) : now.plusMillis(i / 1000)));
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }
}

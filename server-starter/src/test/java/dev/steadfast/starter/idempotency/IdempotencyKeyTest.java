package dev.steadfast.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  @Test
  void quotedAndBare_areTheSameKey() {
    assertThat(IdempotencyKey.parse("\"8e03978e-40d5-43e8\""))
        .isEqualTo(IdempotencyKey.parse("8e03978e-40d5-43e8"))
        .hasValue(new IdempotencyKey("8e03978e-40d5-43e8"));
  }

  @Test
  void length_isBounded() {
    assertThat(IdempotencyKey.parse("a".repeat(7))).isEmpty();
    assertThat(IdempotencyKey.parse("a".repeat(8))).isPresent();
    assertThat(IdempotencyKey.parse("a".repeat(128))).isPresent();
    assertThat(IdempotencyKey.parse("a".repeat(129))).isEmpty();
    assertThat(IdempotencyKey.parse('"' + "a".repeat(128) + '"')).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "\"\"",
        "\"unclosed-key",
        "unopened-key\"",
        "with space",
        "with,comma",
        "\"with\\\"escape\"",
        "\"parameter-1\";a=1",
        "müll-schlüssel",
        "line\nfeed-key"
      })
  void otherSyntax_isNoKey(String header) {
    assertThat(IdempotencyKey.parse(header)).isEmpty();
  }
}

package dev.steadfast.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaPatternTest {

  /* Each row is one on which java.util.regex, given the same text, would differ or fail. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "^a$ | `a\n` | false",
        "^.$ | `\u0085` | true",
        "^.$ | `\u2028` | false",
        "^.$ | \uD83D\uDE00 | true",
        "^\\s$ | \u00A0 | true",
        "^\\s$ | \uFEFF | true",
        "^[[a&&b]$ | & | true",
        "^[[a&&b]$ | [ | true",
        "^[^]$ | x | true",
        "[] | x | false",
        "^\\v$ | `\n` | false",
        "^\\bé | é | false",
        "^\\cA$ | `\u0001` | true",
        "^\\u{1F600}$ | \uD83D\uDE00 | true",
        "^\\uD83D\\uDE00$ | \uD83D\uDE00 | true",
        "^\\p{Letter}+$ | é | true",
        "^\\p{Script=Greek}$ | α | true",
        "^[\\W]$ | é | true",
        "^[^\\D]$ | 5 | true",
        "^a{,2}$ | a{,2} | true",
        "^(?<name>a)$ | a | true",
        "^\\/\\-\\@$ | /-@ | true",
        "^]}$ | ]} | true",
      })
  void readsPatternsAsEcma262Does(String pattern, String text, boolean matches) {
    assertThat(EcmaPattern.of(pattern).matches(text)).isEqualTo(matches);
  }
}

package dev.steadfast.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StringSetTest {

  private static final String SMILE = "😀";

  private static Emptiness inclusion(StringSet left, StringSet right) {
    return left.and(right.not()).emptiness();
  }

  private static Emptiness inclusion(String left, String right) {
    return inclusion(StringSet.pattern(left), StringSet.pattern(right));
  }

  @Test
  void lengths_areInCodePoints() {
    assertThat(StringSet.length(1, 1).contains(SMILE)).isEqualTo(Tri.YES);
    assertThat(StringSet.length(2, 2).contains(SMILE)).isEqualTo(Tri.NO);
    assertThat(StringSet.pattern("^.$").contains(SMILE)).isEqualTo(Tri.YES);
    assertThat(StringSet.pattern("^[^a]$").contains(SMILE)).isEqualTo(Tri.YES);
    assertThat(StringSet.pattern("^[\\u{1F600}-\\u{1F64F}]{2}$").contains(SMILE + SMILE))
        .isEqualTo(Tri.YES);
    assertThat(StringSet.pattern("^\\uD83D\\uDE00$")).isEqualTo(StringSet.of(List.of(SMILE)));
    assertThat(inclusion("^[\\u{1F600}-\\u{1F64F}]$", "^.{1}$")).isEqualTo(Emptiness.EMPTY);
  }

  @Test
  void hugeLengths_needNoAutomaton() {
    StringSet huge = StringSet.length(1_000_000_000, null);
    assertThat(inclusion(huge, StringSet.length(999_999_999, null))).isEqualTo(Emptiness.EMPTY);
    assertThat(huge.emptiness()).isEqualTo(Emptiness.INHABITED);
    assertThat(huge.and(StringSet.length(0, 999_999_999))).isEqualTo(StringSet.none());
    assertThat(huge.and(StringSet.pattern("^(ab)*$")).emptiness()).isEqualTo(Emptiness.INHABITED);
    assertThat(
            StringSet.length(1_000_000_001, 1_000_000_001)
                .and(StringSet.pattern("^(ab)*$"))
                .emptiness())
        .isEqualTo(Emptiness.EMPTY);
    assertThat(StringSet.length(0, Integer.MAX_VALUE)).isEqualTo(StringSet.all());
    assertThat(StringSet.length(0, -1)).isEqualTo(StringSet.none());
  }

  @ParameterizedTest
  @CsvSource({
    "'^a$', 'a', EMPTY",
    "'a', '^a$', INHABITED",
    "'ab', 'a', EMPTY",
    "'^[0-9]{1,3}$', '^\\d+$', EMPTY",
    "'^\\d+$', '^[0-9]{1,3}$', INHABITED",
    "'^(ab){0,3}$', '^(ab)*$', EMPTY",
    "'^(ab)*$', '^(ab){0,3}$', INHABITED",
    "'^foo|bar$', 'foo|bar', EMPTY",
    "'foo|bar', '^foo|bar$', INHABITED",
    "'^(?=.*[A-Z])(?=.*\\d).{8,}$', '[A-Z]', EMPTY",
    "'^(?=.*[A-Z])(?=.*\\d).{8,}$', '^.{8,64}$', INHABITED",
    "'^(?!foo)[a-z]{3}$', '^[a-z]{3}$', EMPTY",
    "'^[a-z]{3}$', '^(?!foo)[a-z]{3}$', INHABITED",
    "'(?<=a)b', 'ab', EMPTY",
    "'\\bfoo\\b', 'foo', EMPTY",
    "'foo', '\\bfoo\\b', INHABITED",
    "'^\\p{Lu}\\p{L}*$', '^\\p{L}+$', EMPTY",
    "'^\\p{Script=Greek}+$', '^\\p{L}+$', INHABITED",
    "'^[\\p{Lu}&&x]$', '^[\\p{Lu}&x]$', EMPTY",
    "'^[a-z]{1,1000}$', '^[a-z]*$', EMPTY",
    "'^.{0,5000}$', '^.{0,5001}$', EMPTY",
    "'^.{0,5000}$', '^.{0,4999}$', INHABITED",
    "'^[a-z]{1,500}-[0-9]{1,500}$', '^[a-z0-9-]{3,1001}$', EMPTY",
    "'^[a-z]{1,500}-[0-9]{1,500}$', '^[a-z0-9-]{3,1000}$', INHABITED",
    "'', '(ab)*', EMPTY",
    "'.+', '', EMPTY",
    "'^[\\s\\S]{1,9}$', '^[^]{1,10}$', EMPTY",
    "'~<a>@&#\"x', '~<a>@&#', EMPTY",
    "'^$|^[A-Z]{2}$', '^[A-Z]{0,2}$', EMPTY",
    "'^[^\\x00-\\x7F]$', '^\\W$', EMPTY",
    "'^\\cJ\\t\\0\\v$', '^\\s\\s\\x00\\u000B$', EMPTY",
    "'^a{,3}$', '^a\\{,3\\}$', EMPTY",
    "'^(?<year>\\d{4})-(?:\\d\\d)$', '^\\d{4}-\\d{2}$', EMPTY",
    "'^\\-\\_\\@\\/$', '^-_@/$', EMPTY",
    "'^a+?b*?$', '^a+b*$', EMPTY",
  })
  void patternInclusion_isDecided(String left, String right, Emptiness expected) {
    assertThat(inclusion(left, right)).isEqualTo(expected);
  }

  @Test
  void patternsOfAnyText_areBoundsOnLength() {
    assertThat(StringSet.pattern("")).isEqualTo(StringSet.all());
    assertThat(StringSet.pattern("^")).isEqualTo(StringSet.pattern("$"));
    assertThat(inclusion(StringSet.all(), StringSet.pattern("^"))).isEqualTo(Emptiness.EMPTY);
    assertThat(StringSet.pattern(".*")).isEqualTo(StringSet.all());
    assertThat(StringSet.pattern("^[\\s\\S]{2,5}$")).isEqualTo(StringSet.length(2, 5));
    assertThat(StringSet.pattern("[^]{3}")).isEqualTo(StringSet.length(3, null));
    assertThat(StringSet.pattern(".+").contains("\n")).isEqualTo(Tri.NO);
    assertThat(StringSet.pattern("^(a|b|cd)$")).isEqualTo(StringSet.of(List.of("a", "b", "cd")));
    assertThat(StringSet.pattern("^$")).isEqualTo(StringSet.of(List.of("")));
    assertThat(StringSet.pattern("^[0-9]+x")).isEqualTo(StringSet.pattern("^\\d{1,}x"));
  }

  @Test
  void dollar_isTheVeryEnd() {
    assertThat(StringSet.pattern("^a$").contains("a\n")).isEqualTo(Tri.NO);
    assertThat(StringSet.pattern("a$|b").contains("xa")).isEqualTo(Tri.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "[a",
        "a**",
        "*",
        "a{2,1}",
        "\\u{110000}",
        "\\p{Nope}",
        "(?i)a",
        "a++",
        "\\Z",
        "[b-a]",
        "^*",
        "\\",
        "(?<1a>b)",
        "(?>a)",
        "\\01"
      })
  void invalidPattern_equalsItselfOnly(String pattern) {
    StringSet set = StringSet.pattern(pattern);
    assertThat(set.contains("a")).isEqualTo(Tri.UNKNOWN);
    assertThat(set.emptiness()).isEqualTo(Emptiness.UNKNOWN);
    assertThat(set.and(set.not())).isEqualTo(StringSet.none());
    assertThat(set).isEqualTo(StringSet.pattern(pattern)).isNotEqualTo(StringSet.pattern("(?#"));
  }

  @Test
  void backReference_isEvaluatedOnStrings() {
    StringSet twice = StringSet.pattern("^(a|b)\\1$");
    assertThat(twice.contains("aa")).isEqualTo(Tri.YES);
    assertThat(twice.contains("ab")).isEqualTo(Tri.NO);
    assertThat(twice.samples(2)).containsExactly("aa", "bb");
    assertThat(inclusion(twice, StringSet.pattern("^[ab]+$"))).isEqualTo(Emptiness.EMPTY);
    assertThat(inclusion(twice, StringSet.pattern("^b*$"))).isEqualTo(Emptiness.INHABITED);
    assertThat(inclusion(twice, StringSet.of(List.of("aa", "bb")))).isEqualTo(Emptiness.UNKNOWN);
  }

  @Test
  void enumerations_areDecidedOneByOne() {
    StringSet some = StringSet.of(List.of("b", "a", "cc"));
    assertThat(some).isEqualTo(StringSet.of(List.of("cc", "a", "b", "a")));
    assertThat(some.samples(9)).containsExactly("a", "b", "cc");
    assertThat(some.and(StringSet.pattern("^.$"))).isEqualTo(StringSet.of(List.of("a", "b")));
    assertThat(inclusion(some, StringSet.length(1, 2))).isEqualTo(Emptiness.EMPTY);
    assertThat(StringSet.pattern("^[ab]$").and(some.not()).emptiness()).isEqualTo(Emptiness.EMPTY);
    assertThat(StringSet.pattern("^[a-d]$").and(some.not()).samples(3)).containsExactly("c", "d");
    assertThat(some.not().samples(2)).containsExactly("0", "x");
  }

  @Test
  void manyValues_areNoBurden() {
    List<String> values = IntStream.range(0, 20_000).mapToObj(i -> "v" + i).toList();
    StringSet all = StringSet.of(values);
    assertThat(inclusion(all, StringSet.pattern("^v\\d+$"))).isEqualTo(Emptiness.EMPTY);
    assertThat(inclusion(all, StringSet.of(values.subList(1, 20_000))))
        .isEqualTo(Emptiness.INHABITED);
    assertThat(StringSet.pattern("^v\\d{1,4}$").and(all.not()).samples(1)).containsExactly("v00");
  }

  @Test
  void samples_areShortAndReadable() {
    assertThat(StringSet.all().samples(5)).containsExactly("a", "0", "x", "", "aa");
    assertThat(StringSet.length(11, null).samples(1)).containsExactly("aaaaaaaaaaa");
    assertThat(StringSet.pattern("^[A-Z]{2}-\\d{3}$").samples(1)).containsExactly("AA-000");
    assertThat(StringSet.pattern("a").not().samples(2)).containsExactly("0", "x");
    assertThat(StringSet.pattern("^[^\\x00-\\x7F]+$").samples(1)).containsExactly("é");
    assertThat(StringSet.none().samples(3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(a|b)*a(a|b){20}c; (a|b)*b(a|b){20}c",
        "^(a|b)*a(a|b){20}$; ^(a|b)*b(a|b){20}$",
        "^((a{0,99}){0,99}){0,99}$; ^b$",
      })
  void explodingPatterns_areGivenUp(String left, String right) {
    assertThat(inclusion(left, right)).isEqualTo(Emptiness.UNKNOWN);
  }

  @Test
  void explodingCombinations_areGivenUp() {
    StringSet any = StringSet.none();
    for (int i = 0; i < 20; i++) {
      any = any.or(StringSet.pattern("^a" + i).and(StringSet.pattern("z" + i + "$")));
    }
    assertThat(any.contains("a7z7")).isEqualTo(Tri.YES);
    assertThat(any.contains("a7z8")).isEqualTo(Tri.NO);
    assertThat(any.emptiness()).isNotEqualTo(Emptiness.EMPTY);
    assertThat(any.and(any.not()).emptiness()).isNotEqualTo(Emptiness.INHABITED);
  }

  @Test
  void deepNesting_isRefusedNotOverflown() {
    String deep = "(".repeat(50_000) + "a" + ")".repeat(50_000);
    assertThat(StringSet.pattern(deep).contains("a")).isEqualTo(Tri.UNKNOWN);
    assertThat(StringSet.pattern("(?:".repeat(90) + "a" + ")".repeat(90)).contains("a"))
        .isEqualTo(Tri.YES);
  }
}

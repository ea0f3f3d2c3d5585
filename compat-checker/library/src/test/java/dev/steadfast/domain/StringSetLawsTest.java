package dev.steadfast.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random sets against a second opinion: every string of a small universe, one by one. */
class StringSetLawsTest {

  private static final int ROUNDS = Integer.getInteger("steadfast.rounds", 300);
  private static final List<String> UNIVERSE = universe(5, "a", "b", "-");

  /** A set and what it should contain. */
  private record Case(String name, StringSet set, Predicate<String> expected) {}

  private static List<String> universe(int longest, String... characters) {
    List<String> all = new ArrayList<>(List.of(""));
    int start = 0;
    for (int length = 1; length <= longest; length++) {
      int end = all.size();
      for (int i = start; i < end; i++) {
        for (String character : characters) {
          all.add(all.get(i) + character);
        }
      }
      start = end;
    }
    return all;
  }

  private static String expression(Random random, int depth) {
    if (depth == 0) {
      return List.of("a", "b", "-", ".", "\\w", "\\W", "[ab]", "[^a]", "^", "$", "\\b", "\\B", "")
          .get(random.nextInt(13));
    }
    String part = expression(random, depth - 1);
    String other = expression(random, depth - 1);
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> part + other;
      case 4, 5 -> "(?:" + part + "|" + other + ")";
      case 6 -> "(?:" + part + "){" + random.nextInt(3) + "," + (2 + random.nextInt(2)) + "}";
      case 7 -> "(" + part + ")*";
      case 8 -> "(?:" + part + ")+?";
      case 9 -> look(random, "(?=", depth) + other;
      case 10 -> look(random, "(?!", depth) + other;
      default -> part + "(?<" + (random.nextBoolean() ? "=" : "!") + "[ab]|-b|^)" + other;
    };
  }

  /** A lookahead with no lookbehind inside. */
  private static String look(Random random, String start, int depth) {
    String body;
    do {
      body = expression(random, depth - 1);
    } while (body.contains("(?<"));
    return start + body + ")";
  }

  private static Case pattern(Random random) {
    String text = expression(random, random.nextInt(5));
    Pattern java = Pattern.compile(text.replace("$", "\\z"));
    return new Case(text, StringSet.pattern(text), string -> java.matcher(string).find());
  }

  private static Case leaf(Random random) {
    int number = random.nextInt(4);
    List<String> some =
        List.of("", "a", UNIVERSE.get(random.nextInt(UNIVERSE.size())))
            .subList(0, random.nextInt(4));
    return switch (random.nextInt(5)) {
      case 0 ->
          new Case(
              "{" + number + "," + (number + 1) + "}",
              StringSet.length(number, number + 1),
              string -> string.length() >= number && string.length() <= number + 1);
      case 1 -> new Case("" + some, StringSet.of(some), some::contains);
      default -> pattern(random);
    };
  }

  private static Case set(Random random, int depth) {
    if (depth == 0) {
      return leaf(random);
    }
    Case left = set(random, depth - 1);
    Case right = set(random, depth - 1);
    return switch (random.nextInt(3)) {
      case 0 ->
          new Case(
              "(" + left.name + " & " + right.name + ")",
              left.set.and(right.set),
              left.expected.and(right.expected));
      case 1 ->
          new Case(
              "(" + left.name + " | " + right.name + ")",
              left.set.or(right.set),
              left.expected.or(right.expected));
      default -> new Case("!" + left.name, left.set.not(), left.expected.negate());
    };
  }

  private static void check(Case each) {
    for (String string : UNIVERSE) {
      assertThat(each.set.contains(string))
          .as("%s has \"%s\"", each.name, string)
          .isEqualTo(Tri.of(each.expected.test(string)));
    }
  }

  @Test
  void patterns_containWhatTheyMatch() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      check(pattern(random));
    }
  }

  @Test
  void combinations_containWhatTheirPartsSay() {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      check(set(random, random.nextInt(4)));
    }
  }

  @Test
  void emptiness_isNeverContradicted() {
    Random random = new Random(3);
    int decided = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Case each = set(random, random.nextInt(4));
      Emptiness emptiness = each.set.emptiness();
      boolean inhabited = UNIVERSE.stream().anyMatch(each.expected);
      assertThat(emptiness).as(each.name).isNotEqualTo(inhabited ? Emptiness.EMPTY : null);
      List<String> samples = each.set.samples(5);
      assertThat(samples)
          .as(each.name)
          .doesNotHaveDuplicates()
          .allMatch(sample -> each.set.contains(sample) == Tri.YES);
      assertThat(samples.isEmpty()).as(each.name).isEqualTo(emptiness == Emptiness.EMPTY);
      decided += emptiness == Emptiness.UNKNOWN ? 0 : 1;
    }
    assertThat(decided).isEqualTo(ROUNDS);
  }

  @Test
  void laws_hold() {
    Random random = new Random(4);
    for (int round = 0; round < ROUNDS / 3; round++) {
      StringSet a = set(random, 1).set;
      StringSet b = set(random, 1).set;
      StringSet c = set(random, 1).set;
      assertThat(a.not().not()).isEqualTo(a);
      assertThat(a.and(a)).isEqualTo(a);
      assertThat(a.or(a.not())).isEqualTo(StringSet.all());
      assertThat(a.and(b)).isEqualTo(b.and(a)).hasSameHashCodeAs(b.and(a));
      assertThat(a.and(b.or(c))).isEqualTo(a.and(b).or(a.and(c)));
      assertThat(a.and(b).and(a.not()).emptiness()).isEqualTo(Emptiness.EMPTY);
      assertThat(a.and(b).not()).isEqualTo(a.not().or(b.not()));
    }
  }
}

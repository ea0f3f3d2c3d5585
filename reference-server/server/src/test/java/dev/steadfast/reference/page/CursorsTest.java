package dev.steadfast.reference.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.starter.problem.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorsTest {
  private static final String SECRET = secret(1);
  private static final Position PLACE =
      new Position(
          -250, Instant.parse("2026-11-21T08:00:00.000001Z"), "txn_01JDB4R6TAC3E5G7J9M1P3R5T7");

  private final Cursors cursors = cursors(SECRET, "");

  @Test
  void place_writtenAndRead_isTheSame() {
    String cursor = cursors.write("list", PLACE);

    assertThat(cursor).hasSize(84).matches("[A-Za-z0-9_-]+");
    assertThat(cursors.read("list", cursor)).isEqualTo(PLACE);
  }

  @Test
  void place_ofAnotherServerWithTheSameSecret_isRead() {
    assertThat(cursors(SECRET, "").read("list", cursors.write("list", PLACE))).isEqualTo(PLACE);
  }

  @Test
  void place_signedWithThePreviousSecret_isRead() {
    String cursor = cursors.write("list", PLACE);

    assertThat(cursors(secret(2), SECRET).read("list", cursor)).isEqualTo(PLACE);
    assertRefused(cursors(secret(2), ""), "list", cursor);
  }

  @Test
  void place_ofAnotherList_isRefused() {
    assertRefused(cursors, "lis", cursors.write("list", PLACE));
    assertRefused(cursors, "list ", cursors.write("list", PLACE));
  }

  @Test
  void cursor_withAnyLetterChanged_isRefused() {
    String cursor = cursors.write("list", PLACE);
    for (int i = 0; i < cursor.length(); i++) {
      for (char other : new char[] {'A', 'B', '_', '9'}) {
        if (cursor.charAt(i) != other) {
          assertRefused(cursors, "list", cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
      }
    }
  }

  @Test
  void text_thatIsNoCursor_isRefused() {
    String cursor = cursors.write("list", PLACE);
    for (String text :
        List.of("A", "AA", "AAAA", "=", "!", cursor + "A", cursor.substring(1), "A".repeat(512))) {
      assertRefused(cursors, "list", text);
    }
  }

  @Test
  void cursor_withTheUnusedBitsOfTheLastLetterSet_isRefused() {
    // an id of 29 letters leaves 4 bits of the last letter unused
    Position shorter = new Position(0, PLACE.createdAt(), PLACE.id().substring(1));
    String cursor = cursors.write("list", shorter);
    assertThat(cursor).hasSize(83).endsWith(cursor.substring(82));
    char next = (char) (cursor.charAt(82) + 1);

    assertThat(Base64.getUrlDecoder().decode(cursor.substring(0, 82) + next))
        .isEqualTo(Base64.getUrlDecoder().decode(cursor));
    assertRefused(cursors, "list", cursor.substring(0, 82) + next);
  }

  @Test
  void secret_thatIsNoneOrTooShort_stopsTheStart() {
    assertThatThrownBy(() -> cursors("no base64!", ""))
        .hasMessage("page.cursor-secret is not base64");
    assertThatThrownBy(() -> cursors(SECRET, "c2hvcnQ="))
        .hasMessage("page.previous-cursor-secret needs at least 32 bytes, has 5");
  }

  @Test
  void properties_printed_showNoSecret() {
    assertThat(properties(SECRET, SECRET).toString()).doesNotContain(SECRET);
  }

  private static void assertRefused(Cursors cursors, String scope, String cursor) {
    assertThatThrownBy(() -> cursors.read(scope, cursor))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.problem().kind()).isEqualTo(PaymentProblem.VALIDATION_FAILED);
              assertThat(refusal.problem().errors())
                  .containsExactly(
                      Fault.of(
                          "cursor", "must be the next of a page with the same filters and sort"));
            });
  }

  private static String secret(int filler) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) filler);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Cursors cursors(String secret, String previous) {
    return new Cursors(properties(secret, previous));
  }

  private static PageProperties properties(String secret, String previous) {
    return new PageProperties(secret, previous, Duration.ofMillis(100), Duration.ofSeconds(1));
  }
}

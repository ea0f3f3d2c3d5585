package dev.steadfast.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofTest {

  @Test
  void arguments_all_areRead() {
    Proof.Arguments arguments =
        Proof.Arguments.of(
            List.of("redis-lost", "--quick", "--seed", "7", "--write", "docs/redis.md"));

    assertThat(arguments.programs()).singleElement().isInstanceOf(RedisLost.class);
    assertThat(arguments.scale()).isEqualTo(Scale.QUICK);
    assertThat(arguments.seed()).isEqualTo(7);
    assertThat(arguments.file()).isEqualTo(Path.of("docs/redis.md"));
  }

  @Test
  void arguments_allAsName_areAllPrograms() {
    assertThat(Proof.Arguments.of(List.of("all")).programs()).isEqualTo(Proof.PROGRAMS);
  }

  @Test
  void arguments_unknownProgram_namesAll() {
    assertThatThrownBy(() -> Proof.Arguments.of(List.of("redis")))
        .hasMessageStartingWith("'redis' is none of [exactly-one-effect, redis-lost,");
  }

  @Test
  void page_brokenMust_isKept() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Page page = new Page(new PrintStream(out, true, StandardCharsets.UTF_8));

    page.must("one payment", 1, true);
    page.must("no loss", "2 | lost", false);
    page.musts();

    assertThat(page.broken()).containsExactly("no loss: 2 | lost");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """

            | must | seen | holds |
            |---|---|---|
            | one payment | 1 | yes |
            | no loss | 2 \\| lost | **no** |
            """);
  }
}

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

    assertThat(arguments.program()).isInstanceOf(RedisLost.class);
    assertThat(arguments.scale()).isEqualTo(Scale.QUICK);
    assertThat(arguments.seed()).isEqualTo(7);
    assertThat(arguments.file()).isEqualTo(Path.of("docs/redis.md"));
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
            "\n| must | seen | holds |\n|---|---|---|\n| one payment | 1 | yes |\n"
                + "| no loss | 2 \\| lost | **no** |\n");
  }
}

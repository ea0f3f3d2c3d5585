package dev.steadfast.starter.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.services.DocSection;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The figures of docs/rate-limits.md are those of the simulation; -Dgolden.update=true writes them.
 */
class LimitAlgorithmsTest {

  @Test
  void page_hasTheSimulatedRefusals() throws IOException {
    assertSection("refusals", LimitAlgorithms.table());
  }

  @Test
  void page_hasTheSimulatedCallers() throws IOException {
    assertSection("callers", LimitAlgorithms.tenCallers());
  }

  private static void assertSection(String name, String expected) throws IOException {
    DocSection section = new DocSection("rate-limits.md", name);
    if (Boolean.getBoolean("golden.update")) {
      section.write(expected);
    }
    assertThat(section.read()).isEqualTo(expected);
  }
}

package dev.steadfast.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs {@code reg-tests/*.vtc}, two at a time. */
class RegressionTest {

  @Test
  void everyBehaviour_ofTheShippedConfiguration_isAsItsTestSays() throws IOException {
    List<String> tests;
    try (Stream<Path> files = Files.list(Checkout.EDGE.resolve("reg-tests"))) {
      tests = files.map(Path::toString).filter(file -> file.endsWith(".vtc")).sorted().toList();
    }
    Checkout.Ended ended =
        Checkout.run(
            Map.of(),
            Stream.concat(Stream.of("reg-tests/run.sh", "-j2"), tests.stream())
                .toArray(String[]::new));
    assertThat(ended.output().strip())
        .isEqualTo("0 tests failed, 0 tests skipped, " + tests.size() + " tests passed");
  }
}

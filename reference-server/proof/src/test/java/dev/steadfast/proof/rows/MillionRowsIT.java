package dev.steadfast.proof.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.Stage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MillionRowsIT {

  @Test
  void lists_ofManyRows_keepEveryPromise(@TempDir Path folder) throws Exception {
    Page page = new Page(System.out);
    // the working folder of a test is the module, two below the checkout
    Path root = Path.of("../..").toAbsolutePath().normalize();
    try (Stage stage = Stage.start(root, folder)) {
      new MillionRows().run(stage, Scale.QUICK, 1, page);
    }
    assertThat(page.broken()).isEmpty();
  }
}

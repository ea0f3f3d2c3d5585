package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long LONGER_THAN_A_SECOND = 1_500;

  @Test
  void work_onATerminal_tellsAfterASecondAndClearsItsLine() throws InterruptedException {
    StringWriter err = new StringWriter();
    try (Progress progress = Progress.start(false, terminal(true, err))) {
      progress.now("comparing");
      Thread.sleep(LONGER_THAN_A_SECOND);
    }
    assertThat(err.toString()).matches("(\r\u001b\\[Ksteadfast: comparing, \\d+ s )+\r\u001b\\[K");
  }

  @Test
  void work_inAPipelineOrQuietly_tellsNothing() throws InterruptedException {
    StringWriter err = new StringWriter();
    try (Progress piped = Progress.start(false, terminal(false, err));
        Progress quiet = Progress.start(true, terminal(true, err));
        Progress hidden = Progress.start(false, terminal(true, err))) {
      piped.now("comparing");
      quiet.now("comparing");
      hidden.now("comparing");
      hidden.hide();
      Thread.sleep(LONGER_THAN_A_SECOND);
    }
    assertThat(err.toString()).isEmpty();
  }

  private static Surroundings terminal(boolean errIsTerminal, StringWriter err) {
    return new Surroundings(
        InputStream.nullInputStream(),
        Writer.nullWriter(),
        new PrintWriter(err),
        errIsTerminal,
        errIsTerminal,
        Map.of(),
        Clock.systemUTC());
  }
}

package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InternalErrorTest {

  @Test
  void fault_isOurs_withoutAStackTrace() {
    StringWriter err = new StringWriter();
    assertThat(run(err, Map.of(), new IllegalStateException("odd"))).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            """
            steadfast: internal error: java.lang.IllegalStateException: odd
            This is a fault of steadfast, not of your documents. Report it to the project with both documents;
            STEADFAST_DEBUG=1 adds the stack trace that helps to find it.
            """);
  }

  @Test
  void fault_withDebug_hasAStackTrace() {
    StringWriter err = new StringWriter();
    run(err, Map.of("STEADFAST_DEBUG", "1"), new IllegalStateException("odd"));
    assertThat(err.toString()).contains("\tat dev.steadfast.cli.");
  }

  @Test
  void memoryThatIsNotEnough_saysHowToGiveMore() {
    StringWriter err = new StringWriter();
    assertThat(run(err, Map.of(), new OutOfMemoryError())).isEqualTo(2);
    assertThat(err.toString())
        .matches(
            "steadfast: out of memory with \\d+ MiB; give Java more: STEADFAST_JAVA_OPTS=-Xmx4g\n");
  }

  @Test
  void outputThatCannotBeWritten_isNoInternalError() {
    StringWriter err = new StringWriter();
    assertThat(run(err, Map.of(), new IOException("No space left on device"))).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("steadfast: cannot write: No space left on device\n");
  }

  private static int run(StringWriter err, Map<String, String> environment, Throwable fault) {
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            new FailingWriter(fault),
            new PrintWriter(err),
            false,
            false,
            environment,
            Clock.systemUTC());
    return new Steadfast(surroundings).run("explain");
  }

  private static final class FailingWriter extends Writer {

    private final Throwable fault;

    FailingWriter(Throwable fault) {
      this.fault = fault;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      if (fault instanceof IOException e) {
        throw e;
      } else if (fault instanceof Error e) {
        throw e;
      }
      throw (RuntimeException) fault;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

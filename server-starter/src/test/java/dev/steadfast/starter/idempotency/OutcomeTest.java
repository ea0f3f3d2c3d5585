package dev.steadfast.starter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  @Test
  void answer_isHeadersAnEmptyLineAndTheBody() {
    Outcome outcome = new Outcome(201, Map.of("Location", "/a/1"), utf8("{\"ä\":1}\r\n\r\n"));

    assertThat(new String(outcome.answer(), StandardCharsets.UTF_8))
        .isEqualTo("Location: /a/1\r\n\r\n{\"ä\":1}\r\n\r\n");
  }

  @Test
  void answer_readBack_isTheSame() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      byte[] body = new byte[random.nextInt(50)];
      random.nextBytes(body);
      Map<String, String> headers =
          random.nextBoolean() ? Map.of() : Map.of("Location", "/a: b", "ETag", "\"\u00e9\"");
      Outcome outcome = new Outcome(200, headers, body);

      Outcome read = Outcome.of(200, outcome.answer(), 0).orElseThrow();
      assertThat(read.headers()).isEqualTo(headers);
      assertThat(read.body()).isEqualTo(body);
    }
  }

  @Test
  void otherBytes_areNoAnswer() {
    assertThat(Outcome.of(200, utf8(""), 0)).isEmpty();
    assertThat(Outcome.of(200, utf8("Location: /a\r\n"), 0)).isEmpty();
    assertThat(Outcome.of(200, utf8("no colon\r\n\r\n"), 0)).isEmpty();
    assertThat(Outcome.of(200, utf8("\r"), 0)).isEmpty();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

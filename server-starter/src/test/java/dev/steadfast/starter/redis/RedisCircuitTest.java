package dev.steadfast.starter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisCircuitTest {

  private static final Duration TIMEOUT = Duration.ofMillis(50);

  private volatile boolean answers = true;
  private final AtomicInteger probes = new AtomicInteger();
  private final RedisCircuit circuit = new RedisCircuit("test", TIMEOUT, this::probe);

  private CompletionStage<String> probe() {
    probes.incrementAndGet();
    return answers
        ? CompletableFuture.completedFuture("PONG")
        : CompletableFuture.failedFuture(new IllegalStateException("refused"));
  }

  @AfterEach
  void close() {
    circuit.close();
  }

  @Test
  void redisThatAnswers_isAsked() throws Exception {
    awaitClosed();
    assertThat(circuit.isClosed()).isTrue();
    assertThat(circuit.ask(() -> CompletableFuture.completedFuture("value"))).isEqualTo("value");
    assertThat(circuit.skipped()).isZero();
    assertThat(probes).hasValue(1);
  }

  @Test
  void silence_opensItAfterOneTimeout() throws Exception {
    awaitClosed();
    answers = false;
    long start = System.nanoTime();
    assertThatThrownBy(() -> circuit.ask(CompletableFuture::new))
        .isInstanceOf(RedisLostException.class)
        .hasMessage("no answer in 50 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(TIMEOUT);
    assertThat(circuit.isClosed()).isFalse();
    assertThat(circuit.skipped()).isEqualTo(2);
  }

  @Test
  void failure_opensIt_andAnAnswerInTheBackgroundClosesIt() throws Exception {
    awaitClosed();
    answers = false;
    assertThatThrownBy(
            () -> circuit.ask(() -> CompletableFuture.failedFuture(new IllegalStateException("x"))))
        .isInstanceOf(RedisLostException.class)
        .hasMessage("x");
    int before = probes.get();
    while (probes.get() < before + 2) {
      Thread.sleep(10);
    }
    assertThat(circuit.isOpen()).isTrue();

    answers = true;
    awaitClosed();
    assertThat(circuit.isClosed()).isTrue();
  }

  @Test
  void clientThatRefusesToSend_countsAsLost() throws Exception {
    awaitClosed();
    assertThatThrownBy(
            () ->
                circuit.ask(
                    () -> {
                      throw new IllegalStateException("not connected");
                    }))
        .isInstanceOf(RedisLostException.class)
        .hasMessage("not connected");
    assertThat(circuit.isOpen()).isTrue();
  }

  private void awaitClosed() throws InterruptedException {
    for (int i = 0; circuit.isOpen() && i < 1000; i++) {
      Thread.sleep(10);
    }
    assertThat(circuit.isOpen()).isFalse();
  }
}

package dev.steadfast.proof.rows;

import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Traffic;
import dev.steadfast.proof.load.Connection;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.time.Duration;

/** Takes one payment after the other until it is stopped. */
final class Payments implements AutoCloseable {
  private final Thread thread;
  private volatile boolean stopped;
  private volatile int taken;

  Payments(Target target, Merchant merchant, String prefix) {
    thread =
        new Thread(
            () -> {
              try (Connection connection = Connection.open(target, Duration.ofSeconds(30))) {
                int count = 0;
                while (!stopped) {
                  String key = prefix + System.nanoTime();
                  if (connection.exchange(Traffic.payment(merchant, key).request()).status()
                      == 201) {
                    taken = ++count;
                  }
                }
              } catch (IOException e) {
                stopped = true;
              }
            });
    thread.start();
  }

  int stop() throws InterruptedException {
    stopped = true;
    thread.join();
    return taken;
  }

  @Override
  public void close() {
    stopped = true;
  }
}

package dev.steadfast.reference.health;

import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps a server that is being stopped answering for a while, after {@code /health/ready} has
 * turned to 503 and before it takes no more connections: who balances the load notices in between.
 */
@Component
final class Drain implements SmartLifecycle {
  private final HealthProperties properties;
  private volatile boolean running;

  Drain(HealthProperties properties) {
    this.properties = properties;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    try {
      TimeUnit.NANOSECONDS.sleep(properties.drainDelay().toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stopped first; the web server follows. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}

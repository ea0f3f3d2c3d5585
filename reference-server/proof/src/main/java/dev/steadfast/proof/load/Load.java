package dev.steadfast.proof.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** A load that is running. It stops by itself when its plan is over. */
public final class Load implements AutoCloseable {

  /* One blocking thread and socket per client: at the rates of a proof (hundreds to some thousands
   * a second) that costs less CPU per request than java.net.http; see ClientCost. */
  private final Plan plan;
  private final LongFunction<Intent> intents;
  private final long started = System.nanoTime();
  private final AtomicLong next = new AtomicLong();
  private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean stopped;

  private Load(Plan plan, LongFunction<Intent> intents) {
    this.plan = plan;
    this.intents = intents;
  }

  /**
   * Begins at once.
   *
   * @param intents what the arrival of this number wants, counted from 0; called from many threads
   */
  public static Load start(Plan plan, LongFunction<Intent> intents) {
    Load load = new Load(plan, intents);
    for (int i = 0; i < plan.clients(); i++) {
      int seed = i;
      Thread client = new Thread(() -> load.work(seed), "client-" + i);
      client.setDaemon(true);
      load.clients.add(client);
    }
    load.clients.forEach(Thread::start);
    return load;
  }

  /** Runs a whole load. */
  public static Journal run(Plan plan, LongFunction<Intent> intents) {
    return start(plan, intents).await();
  }

  private void work(int seed) {
    try (RetryingClient client = new RetryingClient(plan.servers(), plan.patience(), seed)) {
      for (long i = next.getAndIncrement();
          i < plan.arrivals() && !stopped;
          i = next.getAndIncrement()) {
        long intended = started + plan.arrival(i);
        RetryingClient.sleepUntil(intended);
        if (!stopped) {
          outcomes.add(client.perform(intents.apply(i), intended));
        }
      }
    }
  }

  /** When it began, {@link System#nanoTime}. */
  public long started() {
    return started;
  }

  /** Whether anything may still arrive or is under way. */
  public boolean running() {
    return clients.stream().anyMatch(Thread::isAlive);
  }

  /** What has ended so far. */
  public Journal soFar() {
    return new Journal(started, List.copyOf(outcomes));
  }

  /** Lets nothing arrive any more. */
  public void stop() {
    stopped = true;
  }

  /** Waits until everything has ended. */
  public Journal await() {
    for (Thread client : clients) {
      try {
        client.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a load was running", e);
      }
    }
    return soFar();
  }

  /** Stops it and waits for what is under way. */
  @Override
  public void close() {
    stop();
    await();
  }
}

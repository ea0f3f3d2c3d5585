package dev.steadfast.proof.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Many requests at one instant, each on a connection of its own. */
public final class Burst {

  private Burst() {}

  /** Sends each intent from its own client, the servers in turn, and waits for all. */
  public static Journal of(List<Target> servers, Patience patience, List<Intent> intents) {
    CountDownLatch gate = new CountDownLatch(1);
    Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < intents.size(); i++) {
      Intent intent = intents.get(i);
      int seed = i;
      Thread thread =
          new Thread(
              () -> {
                try (RetryingClient client = new RetryingClient(servers, patience, seed)) {
                  gate.await();
                  outcomes.add(client.perform(intent));
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              },
              "burst-" + i);
      thread.start();
      threads.add(thread);
    }
    long started = System.nanoTime();
    gate.countDown();
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return new Journal(started, List.copyOf(outcomes));
  }
}

package dev.steadfast.starter.ratelimit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/**
 * Simulates the usual algorithms on the same requests: 100 are allowed in 60 s. Times are in
 * seconds.
 */
final class LimitAlgorithms {

  private static final int LIMIT = 100;
  private static final double WINDOW = 60;

  /** One client's limit, by some algorithm. */
  interface Limit {
    /** Counts a request at a time that never goes back. */
    boolean allows(double time);
  }

  /** An algorithm by name. */
  record Algorithm(String name, Supplier<Limit> limit) {}

  static final List<Algorithm> ALGORITHMS =
      List.of(
          new Algorithm("fixed window, by the clock", FixedWindow::new),
          new Algorithm("**bucket, filled once a window** (ours)", IntervalBucket::new),
          new Algorithm("token bucket, filled steadily", TokenBucket::new),
          new Algorithm("sliding window, log", SlidingLog::new),
          new Algorithm("sliding window, two counters", SlidingCounters::new),
          new Algorithm("leaky bucket, no queue", () -> new LeakyBucket(1)),
          new Algorithm("leaky bucket, queue of 100", () -> new LeakyBucket(LIMIT)));

  private LimitAlgorithms() {}

  private static final class FixedWindow implements Limit {
    private double window = -1;
    private int count;

    @Override
    public boolean allows(double time) {
      double now = Math.floor(time / WINDOW);
      if (now != window) {
        window = now;
        count = 0;
      }
      return ++count <= LIMIT;
    }
  }

  private static final class IntervalBucket implements Limit {
    private double start = Double.NEGATIVE_INFINITY;
    private int count;

    @Override
    public boolean allows(double time) {
      if (time >= start + WINDOW) {
        // forgotten a second after its window: then the next request starts one
        start = time < start + WINDOW + 1 ? start + WINDOW : time;
        count = 0;
      }
      return ++count <= LIMIT;
    }
  }

  private static final class TokenBucket implements Limit {
    private double tokens = LIMIT;
    private double last;

    @Override
    public boolean allows(double time) {
      tokens = Math.min(LIMIT, tokens + (time - last) * LIMIT / WINDOW);
      last = time;
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }

  private static final class SlidingLog implements Limit {
    private final Deque<Double> passed = new ArrayDeque<>();

    @Override
    public boolean allows(double time) {
      while (!passed.isEmpty() && passed.peekFirst() <= time - WINDOW) {
        passed.removeFirst();
      }
      if (passed.size() >= LIMIT) {
        return false;
      }
      passed.addLast(time);
      return true;
    }
  }

  private static final class SlidingCounters implements Limit {
    private double window;
    private int before;
    private int now;

    @Override
    public boolean allows(double time) {
      double current = Math.floor(time / WINDOW);
      if (current != window) {
        before = current == window + 1 ? now : 0;
        now = 0;
        window = current;
      }
      double share = 1 - (time / WINDOW - current);
      if (before * share + now >= LIMIT) {
        return false;
      }
      now++;
      return true;
    }
  }

  /** Lets one request out each 0.6 s; what does not fit into the queue is refused. */
  private static final class LeakyBucket implements Limit {
    private final int size;
    private double level;
    private double last;

    LeakyBucket(int size) {
      this.size = size;
    }

    @Override
    public boolean allows(double time) {
      level = Math.max(0, level - (time - last) * LIMIT / WINDOW);
      last = time;
      if (level + 1 > size + 1e-9) {
        return false;
      }
      level++;
      return true;
    }
  }

  /** How many of these requests are refused. */
  static long refused(Limit limit, List<Double> times) {
    return times.stream().filter(time -> !limit.allows(time)).count();
  }

  /** The most requests that pass in any window, when a client tries every hundredth of a second. */
  static int mostInAnyWindow(Limit limit, double firstTry) {
    List<Double> passed = new ArrayList<>();
    // one request early, then silence, then as fast as it goes: the worst for windows
    if (limit.allows(0.5)) {
      passed.add(0.5);
    }
    for (double time = firstTry; time < 400; time += 0.01) {
      if (limit.allows(time)) {
        passed.add(time);
      }
    }
    int most = 0;
    int from = 0;
    for (int to = 0; to < passed.size(); to++) {
      while (passed.get(to) - passed.get(from) >= WINDOW) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  /** 120 requests, the n-th at a time. */
  static List<Double> requests(DoubleFunction<Double> at) {
    List<Double> times = new ArrayList<>();
    for (int n = 0; n < 120; n++) {
      times.add(at.apply(n));
    }
    return times;
  }

  /** The table of docs/rate-limits.md. */
  static String table() {
    StringBuilder table =
        new StringBuilder(
            "| algorithm | spread over the minute | within a second | 60 before and 60 after a full"
                + " minute | for ten minutes, 120 in each | most in any 60 s |\n"
                + "|---|---|---|---|---|---|\n");
    for (Algorithm algorithm : ALGORITHMS) {
      List<Double> tenMinutes = new ArrayList<>();
      for (int n = 0; n < 1200; n++) {
        tenMinutes.add(n * 0.5);
      }
      int most = 0;
      for (double first = 1; first < 60; first += 0.5) {
        most = Math.max(most, mostInAnyWindow(algorithm.limit().get(), first));
      }
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %d | %d of 1,200 | %d |%n",
              algorithm.name(),
              refused(algorithm.limit().get(), requests(n -> n * 0.5)),
              refused(algorithm.limit().get(), requests(n -> n / 120)),
              refused(
                  algorithm.limit().get(),
                  requests(n -> n < 60 ? 59 + n / 60 : 60 + (n - 60) / 60)),
              refused(algorithm.limit().get(), tenMinutes),
              most));
    }
    return table.toString().replace("\r\n", "\n");
  }

  /** Ten callers that each wait for their answer: an accepted one takes a second. */
  static String tenCallers() {
    StringBuilder table =
        new StringBuilder(
            "| a refused caller | sent in the first minute | accepted | refused | accepted in ten"
                + " minutes | refused in ten minutes |\n|---|---|---|---|---|---|\n");
    table.append(callers("asks again at once (after 10 ms)", false));
    table.append(callers("waits as `Retry-After` says", true));
    return table.toString();
  }

  private static String callers(String name, boolean obeys) {
    IntervalBucket limit = new IntervalBucket();
    double[] free = new double[10];
    int[] sent = new int[2];
    int[] accepted = new int[2];
    while (true) {
      int caller = 0;
      for (int i = 1; i < free.length; i++) {
        caller = free[i] < free[caller] ? i : caller;
      }
      double time = free[caller];
      if (time >= 600) {
        break;
      }
      boolean allowed = limit.allows(time);
      for (int span = time < 60 ? 0 : 1; span < 2; span++) {
        sent[span]++;
        accepted[span] += allowed ? 1 : 0;
      }
      double retry = obeys ? Math.max(1, Math.ceil(limit.start + WINDOW - time)) : 0.01;
      free[caller] = time + (allowed ? 1 : retry);
    }
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d | %,d | %,d |\n",
        name,
        sent[0],
        accepted[0],
        sent[0] - accepted[0],
        accepted[1],
        sent[1] - accepted[1]);
  }
}

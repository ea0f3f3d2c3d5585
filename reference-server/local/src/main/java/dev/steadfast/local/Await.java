package dev.steadfast.local;

import java.io.IOException;
import java.time.Duration;

/** Waits for a child to answer. */
final class Await {

  private static final long PAUSE_MILLIS = 20;

  private Await() {}

  /** A question to a child that starts. */
  interface Question {
    /** Whether it answers; an exception means not yet. */
    boolean isAnswered() throws Exception;
  }

  /**
   * Asks until the answer is yes.
   *
   * @throws IOException when the child ends or the patience is over
   */
  static void ready(Child child, Duration patience, Question question)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!answers(question)) {
      if (!child.isAlive()) {
        throw child.failure("did not start");
      }
      if (System.nanoTime() > end) {
        throw child.failure("is not ready after " + patience.toSeconds() + " s");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static boolean answers(Question question) throws InterruptedException {
    try {
      return question.isAnswered();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception notYet) {
      return false;
    }
  }
}

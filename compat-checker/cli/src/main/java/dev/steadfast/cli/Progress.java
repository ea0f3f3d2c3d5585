package dev.steadfast.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One line on a terminal that tells what takes so long; gone when the work is done. */
public final class Progress implements AutoCloseable {

  private static final String CLEAR_LINE = "\r\u001b[K";

  private final CountDownLatch done = new CountDownLatch(1);
  private final PrintWriter err;
  private final boolean shown;
  private String what = ""; // empty while there is nothing to tell
  private boolean drawn;

  private Progress(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /**
   * Starts to tell after a second, when standard error is a terminal and nobody asked for quiet.
   */
  public static Progress start(boolean quiet, Surroundings surroundings) {
    Progress progress = new Progress(surroundings.err(), surroundings.errIsTerminal() && !quiet);
    if (progress.shown) {
      Thread thread = new Thread(progress::tell, "progress");
      thread.setDaemon(true);
      thread.start();
    }
    return progress;
  }

  /** Says what is being done now. */
  public synchronized void now(String next) {
    what = next;
  }

  /** Takes the line away until {@link #now} is called, so that something else can be printed. */
  public synchronized void hide() {
    what = "";
    if (drawn) {
      err.print(CLEAR_LINE);
      err.flush();
      drawn = false;
    }
  }

  private void tell() {
    long start = System.nanoTime();
    try {
      while (!done.await(1, TimeUnit.SECONDS)) {
        draw(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void draw(long seconds) {
    if (done.getCount() > 0 && !what.isEmpty()) {
      err.print(CLEAR_LINE + "steadfast: " + what + ", " + seconds + " s ");
      err.flush();
      drawn = true;
    }
  }

  @Override
  public void close() {
    done.countDown();
    hide();
  }
}

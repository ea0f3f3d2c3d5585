package dev.steadfast.edge.exercise;

import java.io.IOException;

/** Work on a connection, in a thread that ends with the connection or the process. */
final class Background {

  private Background() {}

  /** Something that ends with an exception when one of its connections is closed. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  static void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // one end has gone: so does the other
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }
}

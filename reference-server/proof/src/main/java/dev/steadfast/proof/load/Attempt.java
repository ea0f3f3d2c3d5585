package dev.steadfast.proof.load;

/**
 * One sending of a request.
 *
 * @param server its place in the client's list of servers
 * @param sent nanoseconds of {@link System#nanoTime}
 * @param ended when its answer was complete, or the connection was given up
 * @param status of the answer; 0 without one
 * @param failure why there was no answer; empty with one
 */
public record Attempt(int server, long sent, long ended, int status, String failure) {

  static Attempt lost(int server, long sent, Exception why) {
    String failure = why.getClass().getSimpleName() + ": " + why.getMessage();
    return new Attempt(server, sent, System.nanoTime(), 0, failure);
  }
}

package dev.steadfast.proof.load;

import org.jspecify.annotations.Nullable;

/**
 * One sending of a request.
 *
 * @param server its place in the client's list of servers
 * @param sent nanoseconds of {@link System#nanoTime}
 * @param ended when its answer was complete, or the connection was given up
 * @param status of the answer; 0 without one
 * @param failure why there was no answer; empty with one
 * @param refusal the answer, when it was an error; null otherwise
 */
public record Attempt(
    int server, long sent, long ended, int status, String failure, @Nullable Answer refusal) {

  static Attempt answered(int server, long sent, Answer answer) {
    Answer refusal = answer.status() >= 400 ? answer : null;
    return new Attempt(server, sent, System.nanoTime(), answer.status(), "", refusal);
  }

  static Attempt lost(int server, long sent, Exception why) {
    String failure = why.getClass().getSimpleName() + ": " + why.getMessage();
    return new Attempt(server, sent, System.nanoTime(), 0, failure, null);
  }
}

package dev.steadfast.proof.load;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of an intent.
 *
 * @param intended when it was to start, nanoseconds of {@link System#nanoTime}: latency counts from
 *     here, so that a client that was held up does not hide the wait of those behind it
 * @param attempts in order, at least one
 * @param answer the last one; null when there was none
 */
public record Outcome(
    Intent intent, long intended, List<Attempt> attempts, @Nullable Answer answer) {

  public Outcome {
    attempts = List.copyOf(attempts);
  }

  public String key() {
    return intent.key();
  }

  /** Status of the last answer; 0 when the last attempt had none. */
  public int status() {
    return attempts.get(attempts.size() - 1).status();
  }

  /** Whether it was answered with 2xx or 304. */
  public boolean succeeded() {
    return status() / 100 == 2 || status() == 304;
  }

  public long ended() {
    return attempts.get(attempts.size() - 1).ended();
  }

  /** From the intended start to the end of the last attempt. */
  public long nanos() {
    return ended() - intended;
  }

  /** The {@code id} of what was made or read; empty when the answer has none. */
  public Optional<String> id() {
    Answer last = answer;
    if (last == null || !succeeded()) {
      return Optional.empty();
    }
    int name = last.body().indexOf("\"id\"");
    int start = name < 0 ? -1 : last.body().indexOf('"', name + 4) + 1;
    return start < 1
        ? Optional.empty()
        : Optional.of(last.body().substring(start, last.body().indexOf('"', start)));
  }
}

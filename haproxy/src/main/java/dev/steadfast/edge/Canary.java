package dev.steadfast.edge;

/**
 * The share of requests that goes to one server as a trial.
 *
 * @param server its name; empty when none was ever chosen
 * @param percent 0 to 100 of all requests
 */
public record Canary(String server, int percent) {

  public Canary {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("a share is 0 to 100 percent, got " + percent);
    }
  }

  /** Whether it gets anything. */
  public boolean isOn() {
    return percent > 0;
  }
}

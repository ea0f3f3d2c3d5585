package dev.steadfast.edge;

/**
 * One server of the edge, as HAProxy sees it now.
 *
 * @param address {@code HOST:PORT}
 * @param state HAProxy's word: {@code UP}, {@code DOWN}, {@code DRAIN}, {@code MAINT}, or a
 *     transition such as {@code UP 1/2}
 * @param weight 0 to 256; 0 takes nothing but what a canary's lot sends
 * @param inside requests in it now
 * @param waiting requests that wait for a place in it
 * @param requests since the edge started
 * @param errors answers with 5xx since then
 * @param check the last health check: its kind, status code and milliseconds; only the kind while
 *     the next one runs
 */
public record EdgeServer(
    String name,
    String address,
    String state,
    int weight,
    long inside,
    long waiting,
    long requests,
    long errors,
    String check) {

  /** Whether it takes new requests, or would if its weight let it. */
  public boolean isUp() {
    return state.startsWith("UP") || state.equals("no check") || isDrained();
  }

  /** Whether {@link #check} says everything. */
  public boolean isCheckFinished() {
    return check.endsWith(" ms");
  }

  /** Whether it is healthy and takes no new requests, by an operator's wish or by weight 0. */
  public boolean isDrained() {
    return state.startsWith("DRAIN");
  }
}

package dev.steadfast.starter.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How and when something ends. Every instant is absent when it is not known.
 *
 * @param announced from when answers say so; without it they always do
 * @param deprecated from when it is deprecated (RFC 9745); may be after {@code announced}
 * @param sunset from when every request is answered with 410 (RFC 8594)
 * @param successor what takes its place
 * @param brownouts when requests are answered with 410 before the sunset, as a reminder
 * @param link the value of {@code Link} (RFC 8288)
 */
public record End(
    @Nullable Instant announced,
    @Nullable Instant deprecated,
    @Nullable Instant sunset,
    @Nullable Successor successor,
    List<Brownout> brownouts,
    @Nullable String link) {

  /** No end in sight. */
  public static final End NONE = new End(null, null, null, null, List.of(), null);

  /** Copies the list. */
  public End {
    brownouts = List.copyOf(brownouts);
  }

  /**
   * What takes the place of something.
   *
   * @param name of a version, or method and path of an operation
   * @param href where it is, when that is known
   */
  public record Successor(String name, @Nullable String href) {}

  /**
   * A time of reminding.
   *
   * @param from inclusive
   * @param until exclusive
   */
  public record Brownout(Instant from, Instant until) {}
}

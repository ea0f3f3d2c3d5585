package dev.steadfast.local;

import java.time.Instant;
import java.util.Optional;

/**
 * A process as it was recorded: a pid alone may belong to somebody else by now.
 *
 * @param pid the process
 * @param startedAt milliseconds since 1970
 */
record Running(long pid, long startedAt) {

  /* The start time is counted from the boot, and the clock that tells the boot may be set. */
  private static final long CLOCK_MILLIS = 2_000;

  /** Of a live process. */
  static Running of(long pid) {
    return new Running(pid, startOf(pid).orElse(0L));
  }

  boolean isAlive() {
    return handle().isPresent();
  }

  /** The process, while it is alive and the same one. */
  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            same -> startOf(pid).map(at -> Math.abs(at - startedAt) < CLOCK_MILLIS).orElse(false));
  }

  private static Optional<Long> startOf(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .map(Instant::toEpochMilli);
  }
}

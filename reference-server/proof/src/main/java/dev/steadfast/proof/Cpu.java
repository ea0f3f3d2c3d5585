package dev.steadfast.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of a process, from {@code /proc/PID/stat} (proc(5), fields 14 and 15). */
public final class Cpu {

  private static final int USER = 11; // counted from the state, which follows the name
  private static final int KERNEL = 12;
  private static final long MICROS_PER_TICK = 10_000; // USER_HZ is 100 on every Linux

  private Cpu() {}

  /** Microseconds that the process has used so far, in user and kernel mode. */
  public static long micros(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[KERNEL])) * MICROS_PER_TICK;
  }
}

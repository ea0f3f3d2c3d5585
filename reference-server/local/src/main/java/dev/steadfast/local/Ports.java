package dev.steadfast.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** TCP ports of this machine. */
public final class Ports {

  /* Below the range from which Linux and macOS take ports for outgoing connections. */
  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;

  private static final int TRIES = 200;

  private static final String LISTENING = "0A";

  private Ports() {}

  /**
   * A process that listens.
   *
   * @param pid 0 when this user may not know
   * @param command its command line, empty when this user may not know
   */
  public record Holder(long pid, String command) {

    @Override
    public String toString() {
      return pid == 0 ? "a process of another user" : "process " + pid + " (" + command + ")";
    }
  }

  /** A port on the loopback address that is free now, and is never given to outgoing calls. */
  public static int free() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
  }

  /** Whether a server could listen on the port of the loopback address now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // as servers do: old connections in TIME_WAIT do not count
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** Who listens on the port; empty when nobody does, or on a system without /proc. */
  public static Optional<Holder> holder(int port) {
    List<String> sockets =
        Stream.of("/proc/net/tcp", "/proc/net/tcp6")
            .flatMap(Ports::lines)
            .flatMap(line -> socket(line, port))
            .toList();
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ProcessHandle.allProcesses()
            .filter(process -> hasOpen(process.pid(), sockets))
            .findFirst()
            .map(process -> new Holder(process.pid(), commandLine(process.pid())))
            .orElse(new Holder(0, "")));
  }

  /* "  0: 0100007F:1F90 00000000:0000 0A … inode …": address:port in hexadecimal, state, 10th is the inode. */
  private static Stream<String> socket(String line, int port) {
    String[] fields = line.strip().split("\\s+", -1);
    String end = ":" + String.format(Locale.ROOT, "%04X", port);
    return fields.length > 9 && fields[1].endsWith(end) && fields[3].equals(LISTENING)
        ? Stream.of("socket:[" + fields[9] + "]")
        : Stream.empty();
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream();
    } catch (IOException noSuchTable) {
      return Stream.empty();
    }
  }

  private static boolean hasOpen(long pid, List<String> sockets) {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return files.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException goneOrNotAllowed) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  private static String commandLine(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
      return line.replace('\0', ' ').strip();
    } catch (IOException gone) {
      return "";
    }
  }
}

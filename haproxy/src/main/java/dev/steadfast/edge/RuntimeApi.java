package dev.steadfast.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HAProxy's runtime API (management guide, §9.3): one command for each connection to the admin
 * socket.
 *
 * @param socket a UNIX socket, {@code EDGE_SOCKET} of the configuration
 */
record RuntimeApi(Path socket) {

  /* A worker answers in microseconds; one that is stopped does not answer at all. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * Sends a command and reads the answer to its end.
   *
   * @return without the empty line at its end; empty when the command has nothing to say
   * @throws EdgeException when nothing answers
   */
  String ask(String command) throws EdgeException {
    if (!Files.exists(socket)) {
      throw new EdgeException(
          "there is no socket " + socket + "; start the edge (steadfast up), or name its --socket");
    }
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread reader = new Thread(task, "runtime-api");
              reader.setDaemon(true);
              return reader;
            });
    Callable<String> exchange = () -> exchange(command);
    try {
      return thread.submit(exchange).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).strip();
    } catch (ExecutionException e) {
      throw new EdgeException(
          "cannot talk to " + socket + ": " + e.getCause() + "; is HAProxy running?", e);
    } catch (TimeoutException e) {
      throw new EdgeException(
          socket + " does not answer '" + command + "' within " + PATIENCE.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EdgeException("interrupted while waiting for " + socket, e);
    } finally {
      thread.shutdownNow();
    }
  }

  /**
   * Sends a command that says nothing when it succeeds.
   *
   * @throws EdgeException with what it says otherwise
   */
  void tell(String command) throws EdgeException {
    String answer = ask(command);
    if (!answer.isEmpty()) {
      throw new EdgeException("HAProxy refuses '" + command + "': " + answer);
    }
  }

  /** The rows of a table in HAProxy's CSV, by the names in its heading. */
  List<Map<String, String>> table(String command) throws EdgeException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> heading = List.of();
    for (String line : ask(command).lines().toList()) {
      List<String> fields = fields(line);
      if (line.startsWith("# ")) {
        heading = List.of(line.substring(2).split(",", -1));
      } else if (fields.size() == heading.size()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
          row.put(heading.get(i), fields.get(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** A text that holds a comma is in quotes. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(line.substring(start, i));
        start = i + 1;
      }
    }
    fields.add(line.substring(start));
    return fields;
  }

  private String exchange(String command) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      ByteBuffer request = StandardCharsets.UTF_8.encode(command + '\n');
      while (request.hasRemaining()) {
        channel.write(request);
      }
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      ByteBuffer part = ByteBuffer.allocate(1 << 14);
      while (channel.read(part) >= 0) {
        answer.write(part.array(), 0, part.position());
        part.clear();
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}

package dev.steadfast.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder that holds all that {@code steadfast up} keeps: data, keys, logs, what runs. */
record DataFolder(Path root) {

  /* The name of a UNIX socket is at most 107 bytes, 103 on macOS. */
  private static final int LONGEST_SOCKET = 100;

  DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path redis() {
    return root.resolve("redis");
  }

  Path keys() {
    return root.resolve("keys");
  }

  Path logs() {
    return root.resolve("logs");
  }

  /** The log of a process by its name; PostgreSQL and Redis log beside their data. */
  Path log(String name) {
    return switch (name) {
      case "postgres" -> postgres().resolve("postgres.log");
      case "redis" -> redis().resolve("redis.log");
      default -> logs().resolve(name + ".log");
    };
  }

  Path run() {
    return root.resolve("run");
  }

  /** Class caches of the servers. */
  Path cache() {
    return root.resolve("cache");
  }

  /**
   * The admin socket of the edge; elsewhere, under a name of its own, when the path is too long.
   */
  Path edgeSocket() {
    Path socket = run().resolve("edge.sock");
    byte[] name = socket.toString().getBytes(StandardCharsets.UTF_8);
    return name.length <= LONGEST_SOCKET
        ? socket
        : Path.of("/tmp", "steadfast-" + UUID.nameUUIDFromBytes(name) + ".sock");
  }

  /** What operators decided about the edge; begins as it is shipped. */
  Path edgeState(Path configuration) throws IOException {
    Path folder = Files.createDirectories(root.resolve("edge"));
    List<Path> shipped;
    try (Stream<Path> files = Files.list(configuration.resolve("state"))) {
      shipped = files.toList();
    }
    for (Path file : shipped) {
      Path copy = folder.resolve(file.getFileName());
      if (!Files.exists(copy)) {
        Files.copy(file, copy);
      }
    }
    return folder;
  }
}

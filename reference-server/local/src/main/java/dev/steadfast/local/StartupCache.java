package dev.steadfast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the JVM keeps of a first run of a server to make later starts faster: an AOT cache (JEP 514)
 * from JDK 25 on, class data before (JEP 350). It fits one jar and one JDK; the JVM ignores one
 * that does not.
 */
public final class StartupCache {

  private static final int FIRST_WITH_AOT = 25;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path file;

  private StartupCache(Path file) {
    this.file = file;
  }

  /**
   * The cache of a server on the JDK of this process, whether or not it exists.
   *
   * @param folder of caches
   * @param jar of the server, with the folder {@code lib} beside it
   */
  public static StartupCache of(Path folder, Path jar) throws IOException {
    long newest = Files.getLastModifiedTime(jar).toMillis();
    try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
      for (Path library : (Iterable<Path>) libraries::iterator) {
        newest = Math.max(newest, Files.getLastModifiedTime(library).toMillis());
      }
    }
    return new StartupCache(
        folder.resolve(
            "server-"
                + Runtime.version().feature()
                + "-"
                + Integer.toHexString((jar.toAbsolutePath() + "@" + newest).hashCode())
                + (isAot() ? ".aot" : ".jsa")));
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /** Options of a server that uses the cache, none when there is no cache yet. */
  public List<String> options() {
    return exists()
        ? List.of((isAot() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file)
        : List.of();
  }

  /** How the server is started whose run is kept. */
  public interface Start {
    ServerProcess with(List<String> javaOptions) throws IOException;
  }

  /** What that server is asked: the code for it is found by later starts. */
  public interface Use {
    void of(ServerProcess server) throws IOException, InterruptedException;
  }

  /**
   * Makes the cache when there is none: one server starts, is used and ends.
   *
   * @throws IOException when the server does not come up; one that leaves no cache is no error,
   *     since later starts are only as slow as this one
   */
  public void train(Start start, Use use) throws IOException, InterruptedException {
    if (exists()) {
      return;
    }
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = folder.resolve("draft-" + ProcessHandle.current().pid());
    String option = isAot() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    try (ServerProcess server = start.with(List.of(option + draft))) {
      server.awaitReady(PATIENCE);
      use.of(server);
      server.terminate();
      if (server.ended(PATIENCE) && Files.exists(draft)) {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static boolean isAot() {
    return Runtime.version().feature() >= FIRST_WITH_AOT;
  }
}

package dev.steadfast.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/**
 * The programs that come in Maven artifacts, unpacked once for each user: {@code
 * ~/.cache/steadfast}, for root {@code /var/cache/steadfast}, where a plain user can run them too.
 * The system property {@code steadfast.programs} names another folder.
 */
final class Programs {

  private static final String POSTGRES = "postgres-17.11.0";
  private static final String REDIS = "redis-7.0.9";

  private Programs() {}

  /** The folder that holds {@code bin/postgres} and {@code bin/initdb}. */
  static Path postgres() throws IOException {
    return unpacked(POSTGRES, Machine.current().postgresArchive(), "DATABASE_URL", Programs::untar);
  }

  /** The program {@code redis-server}. */
  static Path redis() throws IOException {
    return unpacked(REDIS, Machine.current().redisProgram(), "REDIS_URL", Programs::copy)
        .resolve("redis-server");
  }

  /** Fills a folder from a resource. */
  private interface Unpacking {
    void unpack(InputStream in, Path folder) throws IOException;
  }

  private static Path unpacked(String name, String resource, String instead, Unpacking unpacking)
      throws IOException {
    Path folder = home().resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    try (InputStream in = Programs.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(
            "no "
                + name
                + " for this machine ("
                + resource
                + "); set "
                + instead
                + " to one that runs");
      }
      Files.createDirectories(home());
      Path draft =
          Files.createTempDirectory(
              home(),
              name,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      unpacking.unpack(in, draft);
      publish(draft, folder);
    }
    return folder;
  }

  /* Two processes may unpack at once; the first one wins and both find the same files. */
  private static void publish(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException e) {
      Folders.delete(draft);
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void copy(InputStream in, Path folder) throws IOException {
    Path program = folder.resolve("redis-server");
    Files.copy(in, program);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void untar(InputStream in, Path folder) throws IOException {
    Process tar =
        new ProcessBuilder("tar", "-x", "-o", "-f", "-", "-C", folder.toString())
            .redirectErrorStream(true)
            .start();
    IOException broken = null;
    try (OutputStream out = tar.getOutputStream()) {
      new XZInputStream(in).transferTo(out);
    } catch (IOException e) {
      broken = e;
    }
    String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (tar.waitFor() != 0 || broken != null) {
        throw new IOException("cannot unpack PostgreSQL into " + folder + ": " + said, broken);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while unpacking PostgreSQL", e);
    }
  }

  private static Path home() {
    String chosen = System.getProperty("steadfast.programs", "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen);
    }
    return System.getProperty("user.name", "").equals("root")
        ? Path.of("/var/cache/steadfast")
        : Path.of(System.getProperty("user.home"), ".cache", "steadfast");
  }
}

package dev.steadfast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Files that only their owner may read. */
final class PrivateFile {

  private static final int SECRET_BYTES = 32;

  private PrivateFile() {}

  /** Writes it; a reader sees the old text or the new one, whole. */
  static void write(Path file, String text) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft =
        Files.createTempFile(
            folder,
            "draft",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes 32 random bytes in Base64. */
  static void writeSecret(Path file) throws IOException {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    write(file, Base64.getEncoder().encodeToString(bytes) + "\n");
  }

  /** The secret in that file; a new one when there is no file. */
  static String secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      writeSecret(file);
    }
    return Files.readString(file).strip();
  }
}

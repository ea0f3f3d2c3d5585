package dev.steadfast.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file on disk. Symbolic links are followed, but never out of the root.
 *
 * @param first the document, as the user named it
 */
record FileSource(Path file, Path root, Path first) implements Source {

  static FileSource of(Path file) {
    Path folder = file.getParent();
    return of(file, folder == null ? Path.of("") : folder);
  }

  static FileSource of(Path file, Path root) {
    return new FileSource(file, root, file);
  }

  @Override
  public String name() {
    return file.toString().replace('\\', '/');
  }

  @Override
  public byte[] bytes(int limit) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new IOException("is longer than " + limit + " bytes");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IOException("no such file", e);
    }
  }

  @Override
  public Source sibling(String relative) throws IOException {
    Path folder = file.getParent();
    Path sibling = folder == null ? Path.of(relative) : folder.resolve(relative);
    sibling = sibling.normalize();
    Path from = root.toAbsolutePath().normalize();
    boolean inside = sibling.toAbsolutePath().normalize().startsWith(from);
    if (inside && Files.exists(sibling)) {
      inside = sibling.toRealPath().startsWith(root.toRealPath());
    }
    if (!inside) {
      throw new IOException("leads outside the folder '" + shown(root) + "'");
    }
    return new FileSource(sibling.equals(first.normalize()) ? first : sibling, root, first);
  }

  private static String shown(Path folder) {
    String text = folder.toString().replace('\\', '/');
    return text.isEmpty() ? "." : text;
  }
}

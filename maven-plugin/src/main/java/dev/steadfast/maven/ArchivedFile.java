package dev.steadfast.maven;

import dev.steadfast.spec.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file inside a jar or zip, and the files in and below its folder.
 *
 * @param artifact how messages call the archive
 * @param path of the file inside the archive
 * @param root folder that may be read, with a slash at its end; or empty
 */
record ArchivedFile(Path archive, String artifact, String path, String root) implements Source {

  static ArchivedFile of(Path archive, String artifact, String path) {
    String entry = path.startsWith("/") ? path.substring(1) : path;
    return new ArchivedFile(
        archive, artifact, entry, entry.substring(0, entry.lastIndexOf('/') + 1));
  }

  /** Whether the archive has this file. */
  boolean exists() throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      return zip.getEntry(path) != null;
    }
  }

  @Override
  public String name() {
    return artifact + ':' + path;
  }

  @Override
  public byte[] bytes(int limit) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(path);
      if (entry == null) {
        throw new IOException("no such file");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] bytes = in.readNBytes(limit);
        if (in.read() >= 0) {
          throw new IOException("is longer than " + limit + " bytes");
        }
        return bytes;
      }
    }
  }

  @Override
  public Source sibling(String relative) throws IOException {
    Path folder = Path.of('/' + path).getParent();
    String sibling =
        (folder == null ? Path.of(relative) : folder.resolve(relative))
            .normalize()
            .toString()
            .replace('\\', '/');
    String entry = sibling.startsWith("/") ? sibling.substring(1) : sibling;
    if (relative.startsWith("/") || !entry.startsWith(root)) {
      throw new IOException("leads outside the folder '" + (root.isEmpty() ? "." : root) + "'");
    }
    return new ArchivedFile(archive, artifact, entry, root);
  }
}

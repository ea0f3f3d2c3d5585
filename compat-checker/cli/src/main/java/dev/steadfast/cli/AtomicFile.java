package dev.steadfast.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all. */
final class AtomicFile implements Closeable {

  private final Path file;
  private final Path draft;
  private final Writer writer;

  private AtomicFile(Path file, Path draft, Writer writer) {
    this.file = file;
    this.draft = draft;
    this.writer = writer;
  }

  /** Makes missing folders; the draft lies beside the file. */
  static AtomicFile create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new IOException("'" + file + "' is a folder, not a file");
    }
    Files.createDirectories(folder);
    Path draft = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid());
    Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8);
    draft.toFile().deleteOnExit();
    return new AtomicFile(file, draft, writer);
  }

  Writer writer() {
    return writer;
  }

  /** Puts the draft in place of the file. */
  void publish() throws IOException {
    writer.close();
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Leaves no draft behind. */
  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(draft);
  }
}

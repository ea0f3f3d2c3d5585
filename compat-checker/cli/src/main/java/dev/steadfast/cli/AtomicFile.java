package dev.steadfast.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears whole or not at all. What is there and is no regular file ({@code /dev/null},
 * a pipe) is written as it is: a draft moved onto it would take its place.
 */
final class AtomicFile implements Closeable {

  private final Path file;
  private final @Nullable Path draft;
  private final Writer writer;

  private AtomicFile(Path file, @Nullable Path draft, Writer writer) {
    this.file = file;
    this.draft = draft;
    this.writer = writer;
  }

  /** Makes missing folders and follows links; the draft lies beside the file. */
  static AtomicFile create(Path named) throws IOException {
    if (Files.isDirectory(named)) {
      throw new IOException("'" + named + "' is a folder, not a file");
    }
    if (Files.exists(named) && !Files.isRegularFile(named)) {
      return new AtomicFile(named, null, Files.newBufferedWriter(named, StandardCharsets.UTF_8));
    }
    Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("'" + named + "' is no file");
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
    if (draft == null) {
      return;
    }
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
    if (draft != null) {
      Files.deleteIfExists(draft);
    }
  }
}

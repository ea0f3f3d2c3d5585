package dev.steadfast.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Where a document's bytes come from, and the files beside it. Thread-safe. */
public interface Source extends AutoCloseable {

  /** How messages call this file; two sources of one document with one name are one file. */
  String name();

  /**
   * Reads the whole file.
   *
   * @param limit most bytes to read
   * @throws IOException when it cannot be read, or is longer than {@code limit}; the message is for
   *     the user and does not repeat the name
   */
  byte[] bytes(int limit) throws IOException;

  /**
   * A file named relative to this one.
   *
   * @param relative a relative path with {@code /}; may contain {@code ..}
   * @throws IOException when it lies outside the folder that may be read; the message is for the
   *     user
   */
  Source sibling(String relative) throws IOException;

  /** Lets go of what reading needed; the reader does so when it is done. */
  @Override
  default void close() {}

  /** A file and the files in and below its folder. */
  static Source file(Path file) {
    return FileSource.of(file);
  }

  /** A file and the files in and below {@code root}, which is a folder above it. */
  static Source file(Path file, Path root) {
    return FileSource.of(file, root);
  }

  /** Bytes that have no files beside them: standard input. */
  static Source of(String name, byte[] bytes) {
    return new MemorySource(name, name, Map.of(name, bytes));
  }

  /** Files in memory: {@code path} is one of {@code files}, whose names are relative paths. */
  static Source of(Map<String, byte[]> files, String path) {
    return new MemorySource(path, path, files);
  }

  /**
   * A file as a git commit has it, and the files in and below its folder in that commit.
   *
   * @param repository any folder of the working tree, or a bare repository
   * @param revision what {@code git rev-parse} understands: branch, tag, commit, {@code HEAD~1}
   * @param path from the top of the commit, or from {@code repository} when it starts with {@code
   *     ./}; with {@code /}
   */
  static Source git(Path repository, String revision, String path) {
    return GitSource.of(repository, revision, path);
  }
}

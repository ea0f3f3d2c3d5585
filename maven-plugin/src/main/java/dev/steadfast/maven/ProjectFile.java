package dev.steadfast.maven;

import dev.steadfast.spec.Source;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of the build, named from the folder in which the build was started.
 *
 * @param file the same file by its absolute path
 * @param top absolute
 */
record ProjectFile(Source file, Path top) implements Source {

  static ProjectFile of(Path file, Path top) {
    return new ProjectFile(Source.file(file), top);
  }

  @Override
  public String name() {
    Path absolute = Path.of(file.name());
    return absolute.startsWith(top)
        ? top.relativize(absolute).toString().replace('\\', '/')
        : file.name();
  }

  @Override
  public byte[] bytes(int limit) throws IOException {
    return file.bytes(limit);
  }

  @Override
  public Source sibling(String relative) throws IOException {
    return new ProjectFile(file.sibling(relative), top);
  }
}

package dev.steadfast.maven;

import dev.steadfast.spec.Source;
import java.io.IOException;

/**
 * An artifact that is itself the document. It stands alone: what lies beside it in the local
 * repository depends on the machine.
 */
record ReleasedFile(Source file, String name) implements Source {

  @Override
  public byte[] bytes(int limit) throws IOException {
    return file.bytes(limit);
  }

  @Override
  public Source sibling(String relative) throws IOException {
    throw new IOException("a released document has no files beside it");
  }
}

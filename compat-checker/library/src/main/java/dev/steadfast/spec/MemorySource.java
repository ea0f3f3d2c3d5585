package dev.steadfast.spec;

import java.io.IOException;
import java.util.Map;

/** A file of a set held in memory. */
record MemorySource(String name, String path, Map<String, byte[]> files) implements Source {

  MemorySource {
    files = Map.copyOf(files);
  }

  @Override
  public byte[] bytes(int limit) throws IOException {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new IOException("no such file");
    }
    if (bytes.length > limit) {
      throw new IOException("is longer than " + limit + " bytes");
    }
    return bytes;
  }

  @Override
  public Source sibling(String relative) throws IOException {
    String sibling = RelativePath.resolve(path, relative);
    return new MemorySource(sibling, sibling, files);
  }
}

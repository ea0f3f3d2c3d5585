package dev.steadfast.report;

import java.io.Closeable;
import java.io.IOException;

/** A report being written; results are added in the order in which they are to appear. */
public interface Report extends Closeable {

  void add(Result result) throws IOException;

  /** Writes what follows the last result; leaves the underlying writer open, flushed. */
  @Override
  void close() throws IOException;
}

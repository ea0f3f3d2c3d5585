package dev.steadfast.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Standard output. A reader that has seen enough ({@code steadfast … | head}) is no error. */
final class Outlet extends OutputStream {

  private final OutputStream stream;
  private boolean closed;

  Outlet(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (closed) {
      return;
    }
    try {
      stream.write(bytes, offset, length);
    } catch (IOException e) {
      closed = String.valueOf(e.getMessage()).contains("Broken pipe");
      if (!closed) {
        throw e;
      }
    }
  }
}

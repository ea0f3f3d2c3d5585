package dev.steadfast.proof.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One HTTP/1.1 connection over a blocking socket, kept alive while the server allows it. One thread
 * at a time.
 */
public final class Connection implements Closeable {

  private static final int LONGEST_LINE = 65_536;
  private static final int LONGEST_BODY = 16 << 20;

  private final Target target;
  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[8192];
  private int from;
  private int to;
  private boolean reusable = true;

  private Connection(Target target, Socket socket) throws IOException {
    this.target = target;
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /**
   * Connects.
   *
   * @param patience for the connection, and then for each part of an answer
   */
  public static Connection open(Target target, Duration patience) throws IOException {
    Socket socket = new Socket();
    try {
      int millis = Math.toIntExact(patience.toMillis());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(millis);
      socket.connect(new InetSocketAddress(target.host(), target.port()), millis);
      return new Connection(target, socket);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** Sends a request and reads the whole answer. After an exception the connection is spent. */
  public Answer exchange(Request request) throws IOException {
    return exchange(request.bytes(target), request.method());
  }

  /**
   * Sends these bytes as they are.
   *
   * @param method what the answer's length depends on: one to HEAD has no body
   */
  public Answer exchange(byte[] message, String method) throws IOException {
    boolean read = false;
    try {
      send(message);
      Answer answer = answer(method);
      read = true;
      return answer;
    } finally {
      reusable &= read;
    }
  }

  /** Writes without waiting for an answer. */
  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Whether another request may be sent. */
  public boolean reusable() {
    return reusable;
  }

  /** Reads one answer; interim ones (1xx) are skipped. */
  public Answer answer(String method) throws IOException {
    String start = line();
    if (!start.startsWith("HTTP/1.") || start.length() < 12) {
      throw new ProtocolException("not a status line: " + start);
    }
    int status = number(start.substring(9, 12), 10);
    Headers headers = headers();
    if (status < 200) {
      return answer(method);
    }
    reusable = start.startsWith("HTTP/1.1") && !headers.contain("Connection", "close");
    boolean bare = status == 204 || status == 304 || method.equals("HEAD");
    return new Answer(status, headers, bare ? "" : body(headers));
  }

  private Headers headers() throws IOException {
    List<Map.Entry<String, String>> fields = new ArrayList<>(24);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("not a header field: " + line);
      }
      fields.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return new Headers(fields);
  }

  private String body(Headers headers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    if (headers.contain("Transfer-Encoding", "chunked")) {
      for (int size = chunk(); size > 0; size = chunk()) {
        copy(size, out);
        line();
      }
      headers(); // trailers
    } else if (headers.first("Content-Length").isPresent()) {
      copy(number(headers.first("Content-Length").orElseThrow(), 10), out);
    } else {
      reusable = false;
      for (int next = read(); next >= 0 && out.size() < LONGEST_BODY; next = read()) {
        out.write(next);
      }
    }
    return out.toString(UTF_8);
  }

  private int chunk() throws IOException {
    String size = line();
    int end = size.indexOf(';');
    return number((end < 0 ? size : size.substring(0, end)).strip(), 16);
  }

  private static int number(String digits, int radix) throws ProtocolException {
    try {
      return Integer.parseUnsignedInt(digits, radix);
    } catch (NumberFormatException e) {
      throw new ProtocolException("not a number: " + digits);
    }
  }

  private void copy(int count, ByteArrayOutputStream out) throws IOException {
    if (count < 0 || count > LONGEST_BODY) {
      throw new ProtocolException("a body of " + count + " bytes");
    }
    int left = count;
    while (left > 0) {
      if (from == to) {
        fill();
      }
      int part = Math.min(left, to - from);
      out.write(buffer, from, part);
      from += part;
      left -= part;
    }
  }

  private String line() throws IOException {
    StringBuilder out = new StringBuilder(64);
    while (out.length() < LONGEST_LINE) {
      if (from == to) {
        fill();
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      out.append(new String(buffer, from, end - from, ISO_8859_1));
      from = end;
      if (end < to) {
        from++;
        int length = out.length();
        return length > 0 && out.charAt(length - 1) == '\r'
            ? out.substring(0, length - 1)
            : out.toString();
      }
    }
    throw new ProtocolException("a line of more than " + LONGEST_LINE + " bytes");
  }

  private int read() throws IOException {
    if (from == to) {
      int count = in.read(buffer);
      if (count < 0) {
        return -1;
      }
      from = 0;
      to = count;
    }
    return buffer[from++];
  }

  private void fill() throws IOException {
    int count = in.read(buffer);
    if (count < 0) {
      throw new EOFException("the server closed the connection");
    }
    from = 0;
    to = count;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

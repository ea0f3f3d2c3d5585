package dev.steadfast.starter.idempotency;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps an answer back until it is known whether it is true. Headers and status pass through. */
final class AnswerBuffer extends HttpServletResponseWrapper {

  private final HttpServletResponse response;
  private final Set<String> headersBefore;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
  private final ServletOutputStream stream = new BodyStream(body);
  private @Nullable PrintWriter writer;
  private @Nullable SentError error;

  private record SentError(int status, @Nullable String message) {}

  AnswerBuffer(HttpServletResponse response) {
    super(response);
    this.response = response;
    this.headersBefore = Set.copyOf(response.getHeaderNames());
  }

  /** The answer so far, with those of its headers that are kept. */
  Outcome outcome(List<String> kept) {
    if (writer != null) {
      writer.flush();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    String type = response.getContentType();
    if (type != null) {
      headers.put("Content-Type", type);
    }
    for (String name : kept) {
      String value = response.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    int status = error == null ? response.getStatus() : error.status();
    return new Outcome(status, headers, body.toByteArray());
  }

  /** Sends the answer to the client. */
  void send() throws IOException {
    if (error != null) {
      response.sendError(error.status(), error.message());
      return;
    }
    if (body.size() > 0) {
      response.setContentLength(body.size());
      body.writeTo(response.getOutputStream());
    }
  }

  /** Forgets the answer, for another one in its place. */
  void forget() {
    for (String name : Set.copyOf(response.getHeaderNames())) {
      if (!headersBefore.contains(name)) {
        // takes it away, since Servlet 6.1
        response.setHeader(name, null);
      }
    }
    response.setContentType(null);
    response.setStatus(HttpServletResponse.SC_OK);
    body.reset();
    error = null;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(body, charset()));
    }
    return writer;
  }

  private Charset charset() {
    String name = getCharacterEncoding();
    return name == null ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
  }

  @Override
  public void sendError(int status, @Nullable String message) {
    body.reset();
    error = new SentError(status, message);
  }

  @Override
  public void sendError(int status) {
    sendError(status, null);
  }

  @Override
  public void sendRedirect(String location, int status, boolean clearBuffer) {
    if (clearBuffer) {
      body.reset();
    }
    setStatus(status);
    setHeader("Location", location);
  }

  @Override
  public void sendRedirect(String location) {
    sendRedirect(location, SC_FOUND, true);
  }

  @Override
  public void flushBuffer() {}

  @Override
  public boolean isCommitted() {
    return error != null;
  }

  @Override
  public void resetBuffer() {
    body.reset();
  }

  @Override
  public void reset() {
    forget();
  }

  @Override
  public void setBufferSize(int size) {}

  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}

  private static final class BodyStream extends ServletOutputStream {
    private final ByteArrayOutputStream body;

    BodyStream(ByteArrayOutputStream body) {
      this.body = body;
    }

    @Override
    public void write(int b) {
      body.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      body.write(bytes, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("an answer with an Idempotency-Key is not asynchronous");
    }
  }
}

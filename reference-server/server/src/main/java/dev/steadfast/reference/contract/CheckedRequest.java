package dev.steadfast.reference.contract;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A request whose body was read and checked. The body can be read any number of times; {@code
 * Accept} and {@code Content-Type} are what the operation produces and reads, so that nothing is
 * negotiated a second time by other rules.
 */
final class CheckedRequest extends HttpServletRequestWrapper {
  private final @Nullable String contentType;
  private final byte[] body;

  CheckedRequest(HttpServletRequest request, @Nullable String contentType, byte[] body) {
    super(request);
    this.contentType = body.length == 0 ? null : contentType;
    this.body = body;
  }

  @Override
  public @Nullable String getHeader(String name) {
    if (name.equalsIgnoreCase(HttpHeaders.ACCEPT)) {
      return "application/json";
    }
    if (name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
      return contentType;
    }
    if (name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
      return Integer.toString(body.length);
    }
    return name.equalsIgnoreCase(HttpHeaders.TRANSFER_ENCODING) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    if (isOurs(name)) {
      String value = getHeader(name);
      return Collections.enumeration(value == null ? List.of() : List.of(value));
    }
    return super.getHeaders(name);
  }

  @Override
  public @Nullable String getContentType() {
    return contentType;
  }

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Body(new ByteArrayInputStream(body));
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(
        new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
  }

  private static boolean isOurs(String name) {
    return name.equalsIgnoreCase(HttpHeaders.ACCEPT)
        || name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
        || name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
        || name.equalsIgnoreCase(HttpHeaders.TRANSFER_ENCODING);
  }

  private static final class Body extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Body(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("a body that was read cannot be read asynchronously");
    }
  }
}

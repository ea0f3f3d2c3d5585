package dev.steadfast.starter.problem;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** Keeps what is sent with {@code sendError} from the container, whose error page it would get. */
final class ErrorCatchingResponse extends HttpServletResponseWrapper {

  private boolean sent;
  private boolean body;

  ErrorCatchingResponse(HttpServletResponse response) {
    super(response);
  }

  /** Whether an error was sent, or its status set, and nothing else is known of it. */
  boolean isBareError() {
    return !super.isCommitted() && (sent || (!body && getStatus() >= SC_BAD_REQUEST));
  }

  /** Whether bytes are on their way to the client. */
  boolean isOnItsWay() {
    return super.isCommitted();
  }

  @Override
  public void sendError(int status) {
    sendError(status, "");
  }

  /** The message is for an error page; containers and frameworks put in it what they like. */
  @Override
  public void sendError(int status, String message) {
    resetBuffer();
    setStatus(status);
    sent = true;
  }

  /** After {@code sendError} an answer counts as committed (Servlet 6.1, HttpServletResponse). */
  @Override
  public boolean isCommitted() {
    return sent || super.isCommitted();
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    body = true;
    return super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    body = true;
    return super.getWriter();
  }

  @Override
  public void reset() {
    super.reset();
    sent = false;
    body = false;
  }
}

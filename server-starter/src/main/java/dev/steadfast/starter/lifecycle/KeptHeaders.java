package dev.steadfast.starter.lifecycle;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Keeps what is told of the lifecycle when the application resets the answer or sets a link. */
final class KeptHeaders extends HttpServletResponseWrapper {

  private final Phase phase;

  KeptHeaders(HttpServletResponse response, Phase phase) {
    super(response);
    this.phase = phase;
    phase.addHeaders(response);
  }

  @Override
  public void setHeader(String name, String value) {
    super.setHeader(name, value);
    if (phase.link() != null && name.equalsIgnoreCase("Link")) {
      addHeader(name, phase.link());
    }
  }

  @Override
  public void reset() {
    super.reset();
    phase.addHeaders((HttpServletResponse) getResponse());
  }
}

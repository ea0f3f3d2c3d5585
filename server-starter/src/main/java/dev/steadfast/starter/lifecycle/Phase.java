package dev.steadfast.starter.lifecycle;

import dev.steadfast.starter.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of a time say.
 *
 * @param deprecation the value of {@code Deprecation}, absent before the announcement
 * @param sunset the value of {@code Sunset}
 * @param link the value of {@code Link}
 * @param gone the answer to every request of this time, absent when requests are answered as usual
 */
record Phase(
    @Nullable String deprecation,
    @Nullable String sunset,
    @Nullable String link,
    @Nullable Problem gone) {

  static final Phase SILENT = new Phase(null, null, null, null);

  /** {@code Link} is added: the application may send links of its own. */
  void addHeaders(HttpServletResponse response) {
    if (deprecation != null) {
      response.setHeader("Deprecation", deprecation);
    }
    if (sunset != null) {
      response.setHeader("Sunset", sunset);
    }
    if (link != null) {
      response.addHeader("Link", link);
    }
  }
}

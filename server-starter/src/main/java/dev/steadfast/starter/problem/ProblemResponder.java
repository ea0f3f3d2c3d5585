package dev.steadfast.starter.problem;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request with a problem: the one place from which every error of an application gets its
 * status, media type and body. Filters call it directly.
 */
public final class ProblemResponder {

  private final JsonMapper json;
  private final ProblemKinds kinds;
  private final List<ProblemFormat> formats;

  /**
   * Answers in the first of some formats that applies, otherwise in problem details.
   *
   * @param formats asked in this order
   */
  public ProblemResponder(JsonMapper json, ProblemKinds kinds, List<ProblemFormat> formats) {
    this.json = json;
    this.kinds = kinds;
    this.formats = new ArrayList<>(formats);
    this.formats.add(new StandardFormat());
  }

  /**
   * Writes the whole answer but for the headers that are already set, such as {@code Retry-After}.
   *
   * @throws IllegalStateException when another answer is already on its way
   */
  public void respond(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    Problem own =
        problem.kind() instanceof StandardProblem standard
            ? problem.withKind(kinds.of(standard))
            : problem;
    ProblemFormat format = format(request);
    byte[] body = json.writeValueAsBytes(format.body(own, request));
    response.resetBuffer();
    response.setStatus(own.kind().status());
    response.setCharacterEncoding((String) null);
    response.setContentType(format.contentType());
    write(response, body);
  }

  private static void write(HttpServletResponse response, byte[] body) throws IOException {
    ServletOutputStream stream;
    try {
      stream = response.getOutputStream();
    } catch (IllegalStateException e) {
      // something was written as text, and then something failed; JSON is UTF-8 whatever it says
      response.getWriter().write(new String(body, StandardCharsets.UTF_8));
      return;
    }
    response.setContentLength(body.length);
    stream.write(body);
  }

  private ProblemFormat format(HttpServletRequest request) {
    for (ProblemFormat format : formats) {
      if (format.appliesTo(request)) {
        return format;
      }
    }
    throw new IllegalStateException("the standard format applies to every request");
  }
}

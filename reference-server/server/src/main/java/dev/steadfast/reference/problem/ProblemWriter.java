package dev.steadfast.reference.problem;

import dev.steadfast.reference.version.ApiVersion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem, in the words of the version that it was sent to. */
@Component
public final class ProblemWriter {
  private static final int LONGEST_DETAIL = 1000;
  private static final int MOST_FAULTS = 100;

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /** Writes the whole answer: status, headers, body. */
  public void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Problem problem,
      String detail,
      List<Fault> faults)
      throws IOException {
    boolean old = ApiVersion.of(request).filter(ApiVersion.V1::equals).isPresent();
    String shown = detail.isEmpty() ? problem.title() : shorten(detail);
    Object body =
        old
            ? Map.of("error", Map.of("code", problem.code(), "message", shown))
            : problemDetail(problem, shown, faults, requestId(response));
    byte[] bytes = json.writeValueAsBytes(body);
    response.setStatus(problem.status());
    response.setContentType(old ? "application/json" : "application/problem+json");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static Map<String, Object> problemDetail(
      Problem problem, String detail, List<Fault> faults, String requestId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", problem.type());
    body.put("title", problem.title());
    body.put("status", problem.status());
    if (!detail.equals(problem.title())) {
      body.put("detail", detail);
    }
    body.put("requestId", requestId);
    if (!faults.isEmpty()) {
      body.put("errors", faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    }
    return body;
  }

  private static String requestId(HttpServletResponse response) {
    String set = response.getHeader("X-Request-Id");
    if (set != null) {
      return set;
    }
    String made = UUID.randomUUID().toString();
    response.setHeader("X-Request-Id", made);
    return made;
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL - 1) + "…";
  }
}

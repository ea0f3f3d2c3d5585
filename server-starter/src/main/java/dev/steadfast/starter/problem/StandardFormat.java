package dev.steadfast.starter.problem;

import dev.steadfast.starter.requestid.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Problem details (RFC 9457), with the request id where there is one. What a client sent may be in
 * them, so each part is bounded.
 */
final class StandardFormat implements ProblemFormat {

  private static final int MOST_ERRORS = 100;
  private static final int LONGEST_DETAIL = 1000;
  private static final int LONGEST_FAULT = 500;
  private static final int LONGEST_POINTER = 1000;

  @Override
  public boolean appliesTo(HttpServletRequest request) {
    return true;
  }

  @Override
  public String contentType() {
    return "application/problem+json";
  }

  @Override
  public Object body(Problem problem, HttpServletRequest request) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", problem.kind().type());
    body.put("title", problem.kind().title());
    body.put("status", problem.kind().status());
    if (problem.detail() != null) {
      body.put("detail", cut(problem.detail(), LONGEST_DETAIL));
    }
    String requestId = RequestId.of(request);
    if (requestId != null) {
      body.put("requestId", requestId);
    }
    if (!problem.errors().isEmpty()) {
      body.put(
          "errors",
          problem.errors().stream().limit(MOST_ERRORS).map(StandardFormat::body).toList());
    }
    problem.extensions().forEach(body::putIfAbsent);
    return body;
  }

  private static Map<String, Object> body(Fault fault) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("detail", cut(fault.detail(), LONGEST_FAULT));
    if (fault.pointer() != null) {
      body.put("pointer", enclosing(fault.pointer()));
    }
    if (fault.parameter() != null) {
      body.put("parameter", fault.parameter());
    }
    return body;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + '…';
  }

  /** The place itself, or what is around it when its name is too long to be told. */
  private static String enclosing(String pointer) {
    return pointer.length() <= LONGEST_POINTER
        ? pointer
        : pointer.substring(0, Math.max(1, pointer.lastIndexOf('/', LONGEST_POINTER)));
  }
}

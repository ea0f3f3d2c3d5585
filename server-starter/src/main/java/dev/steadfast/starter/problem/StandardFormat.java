package dev.steadfast.starter.problem;

import dev.steadfast.starter.requestid.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problem details (RFC 9457), with the request id where there is one. */
final class StandardFormat implements ProblemFormat {

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
      body.put("detail", problem.detail());
    }
    String requestId = RequestId.of(request);
    if (requestId != null) {
      body.put("requestId", requestId);
    }
    if (!problem.errors().isEmpty()) {
      List<Map<String, Object>> errors = new ArrayList<>(problem.errors().size());
      problem.errors().forEach(fault -> errors.add(body(fault)));
      body.put("errors", errors);
    }
    problem.extensions().forEach(body::putIfAbsent);
    return body;
  }

  private static Map<String, Object> body(Fault fault) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("detail", fault.detail());
    if (fault.pointer() != null) {
      body.put("pointer", fault.pointer());
    }
    if (fault.parameter() != null) {
      body.put("parameter", fault.parameter());
    }
    return body;
  }
}

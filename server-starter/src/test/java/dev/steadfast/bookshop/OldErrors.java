package dev.steadfast.bookshop;

import dev.steadfast.starter.problem.Problem;
import dev.steadfast.starter.problem.ProblemFormat;
import jakarta.servlet.http.HttpServletRequest;

/** Errors as version 1 of the bookshop has always had them. */
public final class OldErrors implements ProblemFormat {

  /** The body. */
  record Answer(String fault, int status) {}

  @Override
  public boolean appliesTo(HttpServletRequest request) {
    return request.getServletPath().startsWith("/v1/");
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Object body(Problem problem, HttpServletRequest request) {
    String detail = problem.detail();
    return new Answer(detail == null ? problem.kind().title() : detail, problem.kind().status());
  }
}

package dev.steadfast.starter.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for errors outside the problem filter, to which the container leads. */
@Controller
final class ProblemErrorController implements ErrorController {

  private final ProblemResponder problems;
  private final ProblemKinds kinds;

  ProblemErrorController(ProblemResponder problems, ProblemKinds kinds) {
    this.problems = problems;
    this.kinds = kinds;
  }

  @RequestMapping("${spring.web.error.path:${error.path:/error}}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean led = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
    int status = led ? (int) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : 404;
    problems.respond(
        led ? new RefusedRequest(request, address(request)) : request,
        response,
        Problem.of(StandardProblem.ofStatus(status, kinds)));
  }

  /** The request that failed, at its own address: its version decides the format of the answer. */
  private static @Nullable String address(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
        ? uri
        : null;
  }
}

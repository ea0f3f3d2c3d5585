package dev.steadfast.starter.problem;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers for errors of everything inside it: exceptions, {@code sendError}, and answers with an
 * error status and no body.
 */
final class ProblemFilter implements Filter {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemFilter.class);

  private final ExceptionProblems exceptions;
  private final ProblemResponder problems;
  private final ProblemKinds kinds;

  ProblemFilter(ExceptionProblems exceptions, ProblemResponder problems, ProblemKinds kinds) {
    this.exceptions = exceptions;
    this.problems = problems;
    this.kinds = kinds;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    ErrorCatchingResponse caught = new ErrorCatchingResponse(answer);
    try {
      chain.doFilter(request, caught);
    } catch (IOException | ServletException | RuntimeException e) {
      if (caught.isOnItsWay() || DisconnectedClientHelper.isClientDisconnectedException(e)) {
        throw e;
      }
      problems.respond(asked, answer, problem(e));
      return;
    }
    if (!request.isAsyncStarted() && caught.isBareError()) {
      problems.respond(
          asked, answer, Problem.of(StandardProblem.ofStatus(answer.getStatus(), kinds)));
    }
  }

  private Problem problem(Exception thrown) {
    Exception cause =
        thrown instanceof ServletException && thrown.getCause() instanceof Exception inner
            ? inner
            : thrown;
    Problem problem = exceptions.of(cause);
    if (problem == null) {
      LOG.atError().setCause(cause).log("request failed unexpectedly");
      return Problem.of(StandardProblem.INTERNAL_ERROR);
    }
    return problem;
  }
}

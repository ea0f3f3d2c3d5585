package dev.steadfast.starter.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers for exceptions in Spring MVC that no {@code @ExceptionHandler} of the application takes.
 * What nobody expected goes on to the problem filter.
 */
final class ProblemExceptionResolver implements HandlerExceptionResolver {

  private final ExceptionProblems exceptions;
  private final ProblemResponder problems;

  ProblemExceptionResolver(ExceptionProblems exceptions, ProblemResponder problems) {
    this.exceptions = exceptions;
    this.problems = problems;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception exception) {
    Problem problem = response.isCommitted() ? null : exceptions.of(exception);
    if (problem == null) {
      return null;
    }
    ExceptionProblems.headers(exception)
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    try {
      problems.respond(request, response, problem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ModelAndView();
  }
}

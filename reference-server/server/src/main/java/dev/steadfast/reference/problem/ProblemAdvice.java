package dev.steadfast.reference.problem;

import dev.steadfast.starter.problem.ProblemResponder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what a controller throws into the answer that the specification gives for it. */
@RestControllerAdvice
final class ProblemAdvice {
  private final ProblemResponder responder;

  ProblemAdvice(ProblemResponder responder) {
    this.responder = responder;
  }

  @ExceptionHandler
  void refused(ProblemException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    responder.respond(request, response, e.toProblem());
  }
}

package dev.steadfast.reference.problem;

import dev.steadfast.starter.problem.Problem;
import dev.steadfast.starter.problem.ProblemResponder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers 503 while the database cannot be asked; what it did until then is rolled back. */
@RestControllerAdvice
final class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String SECONDS = "1";

  private final ProblemResponder responder;

  ProblemAdvice(ProblemResponder responder) {
    this.responder = responder;
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    TransactionException.class
  })
  void unavailable(
      NestedRuntimeException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LOG.atWarn()
        .addKeyValue("error", e.getMostSpecificCause().getClass().getSimpleName())
        .log("database cannot be asked");
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
    responder.respond(
        request,
        response,
        Problem.of(PaymentProblem.UNAVAILABLE, "The database cannot be asked now."));
  }

  /**
   * States of class 57 that Spring does not sort: the server is being stopped or has just started.
   */
  @ExceptionHandler
  void unsorted(
      UncategorizedSQLException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!(e.getRootCause() instanceof SQLException cause)
        || cause.getSQLState() == null
        || !cause.getSQLState().startsWith("57P")) {
      throw e;
    }
    unavailable(e, request, response);
  }
}

package dev.steadfast.starter.problem;

import dev.steadfast.starter.requestid.RequestId;
import dev.steadfast.starter.requestid.RequestNamer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Answers for requests that Tomcat refuses before any filter sees them, such as one whose target
 * has characters that no URI has.
 */
final class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final ProblemResponder problems;
  private final ProblemKinds kinds;
  private final ObjectProvider<RequestNamer> namer;

  ContainerErrors(
      ProblemResponder problems, ProblemKinds kinds, ObjectProvider<RequestNamer> namer) {
    this.problems = problems;
    this.kinds = kinds;
    this.namer = namer;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new ReportValve()));
  }

  private final class ReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        RefusedRequest refused = new RefusedRequest(request, request.getRequestURI());
        if (RequestId.of(refused) == null) {
          namer.ifAvailable(present -> present.name(refused, response));
        }
        problems.respond(refused, response, Problem.of(StandardProblem.ofStatus(status, kinds)));
        response.finishResponse();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

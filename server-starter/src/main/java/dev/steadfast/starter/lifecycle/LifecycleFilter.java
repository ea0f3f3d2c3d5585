package dev.steadfast.starter.lifecycle;

import dev.steadfast.starter.accesslog.AccessLog;
import dev.steadfast.starter.problem.ProblemResponder;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** Tells the lifecycle in every answer of a version, and answers for versions that have ended. */
final class LifecycleFilter implements Filter {

  private final VersionResolver resolver;
  private final Routes routes;
  private final ProblemResponder problems;
  private final Clock clock;

  LifecycleFilter(VersionResolver resolver, Routes routes, ProblemResponder problems, Clock clock) {
    this.resolver = resolver;
    this.routes = routes;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    String version = resolver.version(asked);
    if (version == null) {
      chain.doFilter(request, response);
      return;
    }
    AccessLog.put(request, "api_version", version);
    Phase phase = routes.schedule(version, asked).at(clock.millis());
    HttpServletResponse answer = (HttpServletResponse) response;
    if (phase.gone() != null) {
      phase.addHeaders(answer);
      problems.respond(asked, answer, phase.gone());
    } else if (phase == Phase.SILENT) {
      chain.doFilter(request, response);
    } else {
      chain.doFilter(request, new KeptHeaders(answer, phase));
    }
  }
}

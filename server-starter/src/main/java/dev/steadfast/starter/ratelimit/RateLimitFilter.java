package dev.steadfast.starter.ratelimit;

import static dev.steadfast.starter.problem.StandardProblem.QUOTA_EXCEEDED;

import dev.steadfast.starter.problem.Problem;
import dev.steadfast.starter.problem.ProblemResponder;
import dev.steadfast.starter.ratelimit.Quota.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Counts each request for its client, says what is left (draft-ietf-httpapi-ratelimit-headers-11
 * and the older {@code X-RateLimit-*}), and answers what is too much with 429.
 *
 * <p>It runs once per request: an application that must have the headers on its 403 as well puts
 * the bean into its security chain, behind authentication.
 */
public final class RateLimitFilter extends OncePerRequestFilter {

  private final RateLimiter limiter;
  private final RateLimitClients clients;
  private final ProblemResponder problems;
  private final RateLimitListener listener;
  private final List<PathPattern> paths;

  RateLimitFilter(
      RateLimiter limiter,
      RateLimitClients clients,
      ProblemResponder problems,
      RateLimitListener listener,
      List<String> paths) {
    this.limiter = limiter;
    this.clients = clients;
    this.problems = problems;
    this.listener = listener;
    this.paths = paths.stream().map(PathPatternParser.defaultInstance::parse).toList();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    return paths.stream().noneMatch(pattern -> pattern.matches(path));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RateLimitClient client = clients.of(request);
    if (client == null) {
      chain.doFilter(request, response);
      return;
    }
    Decision decision = limiter.count(client, Kind.of(request.getMethod()));
    listener.decided(decision);
    setHeaders(response, decision);
    if (decision.allowed()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Retry-After", Long.toString(decision.retryAfterSeconds()));
    problems.respond(request, response, Problem.of(QUOTA_EXCEEDED, detail(decision)));
  }

  private static void setHeaders(HttpServletResponse response, Decision decision) {
    Quota quota = decision.quota();
    String policy = '"' + quota.kind().label() + '"';
    String limit = Integer.toString(quota.requests());
    String remaining = Long.toString(decision.remaining());
    String reset = Long.toString(decision.resetSeconds());
    response.setHeader("RateLimit", policy + ";r=" + remaining + ";t=" + reset);
    response.setHeader(
        "RateLimit-Policy", policy + ";q=" + limit + ";w=" + quota.window().toSeconds());
    response.setHeader("X-RateLimit-Limit", limit);
    response.setHeader("X-RateLimit-Remaining", remaining);
    response.setHeader("X-RateLimit-Reset", reset);
  }

  private static String detail(Decision decision) {
    Quota quota = decision.quota();
    return quota.requests()
        + " "
        + quota.kind().label()
        + " requests "
        + window(quota.window())
        + " are allowed; the next one in "
        + decision.retryAfterSeconds()
        + " seconds.";
  }

  private static String window(Duration window) {
    return window.equals(Duration.ofMinutes(1)) ? "a minute" : "in " + window.toSeconds() + " s";
  }
}

package dev.steadfast.reference.version;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.starter.FilterOrder;
import dev.steadfast.starter.problem.Problem;
import dev.steadfast.starter.problem.ProblemResponder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides which version a request is for: by its path, or for a path without one by the parameter
 * {@code version} of {@code Accept}, such as {@code application/json; version=1}. All that comes
 * after it sees the version in the path, written in one way only (RFC 3986 §6.2.2.2).
 */
@Component
@Order(VersionFilter.ORDER)
final class VersionFilter extends OncePerRequestFilter {
  /** Before lifecycle headers, which depend on the version. */
  static final int ORDER = FilterOrder.LIFECYCLE - 50;

  private static final Set<String> RESOURCES =
      Set.of("payments", "refunds", "merchants", "transactions");

  private final ProblemResponder problems;
  private final CurrentVersion current;

  VersionFilter(ProblemResponder problems, CurrentVersion current) {
    this.problems = problems;
    this.current = current;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String sent = request.getRequestURI();
    String path = UnreservedCharacters.decode(sent);
    HttpServletRequest plain = path.equals(sent) ? request : new MovedRequest(request, path);
    if (ApiVersion.of(plain).isPresent() || !isResource(path)) {
      chain.doFilter(plain, response);
      return;
    }
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    ApiVersion version = AcceptedVersion.of(request, current.get());
    if (version != null) {
      chain.doFilter(new MovedRequest(request, version.basePath() + path), response);
      return;
    }
    problems.respond(
        request,
        response,
        Problem.of(
            PaymentProblem.NOT_ACCEPTABLE,
            "Accept asks for a version that does not exist; 1 and 2 do."));
  }

  private static boolean isResource(String path) {
    int end = path.indexOf('/', 1);
    return path.length() > 1
        && RESOURCES.contains(path.substring(1, end < 0 ? path.length() : end));
  }
}

package dev.steadfast.reference.security;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.version.ApiVersion;
import dev.steadfast.starter.accesslog.AccessLog;
import dev.steadfast.starter.problem.Problem;
import dev.steadfast.starter.problem.ProblemResponder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only requests with a believed token reach a version of the API (RFC 6750). */
@Component
@Order(-100)
final class AuthenticationFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final String CHALLENGE = "Bearer realm=\"payments\"";

  private final TokenVerifier tokens;
  private final ProblemResponder problems;

  AuthenticationFilter(TokenVerifier tokens, ProblemResponder problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return ApiVersion.of(request).isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Enumeration<String> all = request.getHeaders(HttpHeaders.AUTHORIZATION);
    String credentials = all.hasMoreElements() ? all.nextElement() : null;
    if (all.hasMoreElements()) {
      // a proxy may have looked at the other one
      refuse(request, response, CHALLENGE, "Send one access token.");
      return;
    }
    if (credentials == null || !credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      refuse(request, response, CHALLENGE, "Send an access token in Authorization: Bearer.");
      return;
    }
    try {
      Caller caller = tokens.verify(credentials.substring(SCHEME.length()).strip());
      request.setAttribute(Caller.ATTRIBUTE, caller);
      AccessLog.put(request, "caller", caller.owner());
    } catch (InvalidTokenException e) {
      String why = String.valueOf(e.getMessage());
      refuse(request, response, CHALLENGE + ", error=\"invalid_token\"", why);
      return;
    } catch (KeysUnavailableException e) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      String why = String.valueOf(e.getMessage());
      problems.respond(request, response, Problem.of(PaymentProblem.UNAVAILABLE, why));
      return;
    }
    chain.doFilter(request, response);
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, String challenge, String detail)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    problems.respond(request, response, Problem.of(PaymentProblem.UNAUTHENTICATED, detail));
  }
}

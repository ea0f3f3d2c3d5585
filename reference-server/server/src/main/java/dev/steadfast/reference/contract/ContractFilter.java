package dev.steadfast.reference.contract;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.reference.security.Caller;
import dev.steadfast.reference.version.ApiVersion;
import dev.steadfast.starter.FilterOrder;
import dev.steadfast.starter.accesslog.AccessLog;
import dev.steadfast.starter.problem.Fault;
import dev.steadfast.starter.problem.Problem;
import dev.steadfast.starter.problem.ProblemResponder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.JsonNode;

/**
 * Lets only requests pass that follow the document of their version: operation, scope, media types,
 * size, body and parameters, in this order. What comes after it is given no other.
 */
@Component
@Order(ContractFilter.ORDER)
final class ContractFilter extends OncePerRequestFilter {
  /** After the limit, so that refused requests count too; before a key is remembered. */
  static final int ORDER = (FilterOrder.RATE_LIMIT + FilterOrder.IDEMPOTENCY) / 2;

  private static final int LARGEST_BODY = 65_536;

  private final Contracts contracts;
  private final ProblemResponder problems;
  private final BodyReader bodies = new BodyReader();

  ContractFilter(Contracts contracts, ProblemResponder problems) {
    this.contracts = contracts;
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
    HttpServletRequest checked;
    try {
      checked = check(request, response);
    } catch (ProblemException e) {
      problems.respond(request, response, e.problem());
      return;
    }
    if (checked != null) {
      chain.doFilter(checked, response);
    }
  }

  /** The request as the operation may read it; null when it was answered. */
  private @Nullable HttpServletRequest check(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    ApiVersion version = ApiVersion.of(request).orElseThrow();
    String path = request.getRequestURI().substring(version.basePath().length());
    Contracts.Found found = contracts.find(version, path);
    if (found == null) {
      throw new ProblemException(PaymentProblem.NOT_FOUND, "There is nothing at this address.");
    }
    Operation operation = found.route().operation(request.getMethod());
    if (operation == null) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", found.route().methods()));
      problems.respond(request, response, Problem.of(MethodNotAllowed.KIND));
      return null;
    }
    request.setAttribute(Operation.ATTRIBUTE, operation);
    AccessLog.put(request, "operation", operation.id());
    checkScopes(request, response, operation);
    Accepted.check(request, version);
    Operation.Body body = operation.body();
    byte[] bytes = body == null ? new byte[0] : read(request, response, body);
    checkContent(request, operation, found.values(), bytes);
    return new CheckedRequest(request, body == null ? null : body.mediaType(), bytes);
  }

  private static void checkScopes(
      HttpServletRequest request, HttpServletResponse response, Operation operation) {
    Caller caller = (Caller) Objects.requireNonNull(request.getAttribute(Caller.ATTRIBUTE));
    if (!caller.scopes().containsAll(operation.scopes())) {
      String scopes = String.join(" ", operation.scopes());
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE,
          "Bearer realm=\"payments\", error=\"insufficient_scope\", scope=\"" + scopes + "\"");
      throw new ProblemException(
          PaymentProblem.INSUFFICIENT_SCOPE, "The operation needs the scope " + scopes + ".");
    }
  }

  private static byte[] read(
      HttpServletRequest request, HttpServletResponse response, Operation.Body body)
      throws IOException {
    // one byte more than allowed tells whether there is more; a declared length is believed at once
    byte[] bytes =
        request.getContentLengthLong() > LARGEST_BODY
            ? null
            : request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (bytes == null || bytes.length > LARGEST_BODY) {
      throw new ProblemException(
          PaymentProblem.CONTENT_TOO_LARGE, "The body has more than " + LARGEST_BODY + " bytes.");
    }
    if (bytes.length > 0 || body.required()) {
      MediaTypes.check(request, response, body.mediaType());
    }
    return bytes;
  }

  private void checkContent(
      HttpServletRequest request, Operation operation, Map<String, String> path, byte[] bytes) {
    Report report = new Report();
    Operation.Body body = operation.body();
    if (body != null && (bytes.length > 0 || body.required())) {
      JsonNode value = bodies.read(bytes);
      body.schema().check(value, Place.body(report));
    }
    try {
      for (Parameter parameter : operation.parameters()) {
        parameter.check(request, path, report);
      }
    } catch (IllegalStateException e) {
      // Tomcat: a query that is not percent-encoded UTF-8, or has more parameters than it reads
      throw new ProblemException(
          PaymentProblem.MALFORMED_REQUEST, "The query of the address cannot be read.");
    }
    List<Fault> faults = report.faults();
    if (!faults.isEmpty()) {
      throw Refusals.of(faults);
    }
  }
}

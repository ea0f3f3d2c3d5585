package dev.steadfast.starter.idempotency;

import static dev.steadfast.starter.problem.StandardProblem.CONTENT_TOO_LARGE;
import static dev.steadfast.starter.problem.StandardProblem.IDEMPOTENCY_KEY_MISSING;
import static dev.steadfast.starter.problem.StandardProblem.IDEMPOTENCY_KEY_REUSED;
import static dev.steadfast.starter.problem.StandardProblem.REQUEST_IN_PROGRESS;
import static dev.steadfast.starter.problem.StandardProblem.UNAVAILABLE;
import static dev.steadfast.starter.problem.StandardProblem.VALIDATION_FAILED;

import dev.steadfast.starter.idempotency.IdempotencyListener.Event;
import dev.steadfast.starter.problem.Fault;
import dev.steadfast.starter.problem.Problem;
import dev.steadfast.starter.problem.ProblemResponder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Lets each request with an {@code Idempotency-Key} take effect once, and answers its repetitions
 * with the same status, body and headers and {@code Idempotency-Replayed: true}
 * (draft-ietf-httpapi-idempotency-key-header-07 §2).
 *
 * <p>Whatever is inside of it in the chain runs in one transaction, and its answer is sent after
 * the commit. An answer with a status of 400 or more rolls back, and is not kept. Requests must be
 * handled on one thread; bodies that the container parses itself (forms) cannot be read again.
 */
public final class IdempotencyFilter extends OncePerRequestFilter {

  private static final String HEADER = "Idempotency-Key";
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final String RETRY_AFTER = "Retry-After";
  private static final String SOON = "1";

  private final Once once;
  private final IdempotencyOwner owners;
  private final ProblemResponder problems;
  private final IdempotencyListener listener;
  private final Set<String> methods;
  private final List<PathPattern> paths;
  private final List<String> keptHeaders;
  private final int maxBody;

  IdempotencyFilter(
      Once once,
      IdempotencyOwner owners,
      ProblemResponder problems,
      IdempotencyListener listener,
      IdempotencyProperties properties) {
    this.once = once;
    this.owners = owners;
    this.problems = problems;
    this.listener = listener;
    this.methods = Set.copyOf(properties.methods());
    this.paths = properties.paths().stream().map(PathPatternParser.defaultInstance::parse).toList();
    this.keptHeaders = properties.headers();
    this.maxBody = Math.toIntExact(properties.maxBody().toBytes());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    if (!methods.contains(request.getMethod())) {
      return true;
    }
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    return paths.stream().noneMatch(pattern -> pattern.matches(path));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String owner = owners.of(request);
    if (owner == null) {
      chain.doFilter(request, response);
      return;
    }
    List<String> keys = Collections.list(request.getHeaders(HEADER));
    Optional<IdempotencyKey> key =
        keys.size() == 1 ? IdempotencyKey.parse(keys.get(0)) : Optional.empty();
    if (key.isEmpty()) {
      listener.happened(Event.KEY_MISSING);
      problems.respond(request, response, keyProblem(keys));
      return;
    }
    byte[] body = request.getInputStream().readNBytes(maxBody + 1);
    if (body.length > maxBody) {
      listener.happened(Event.TOO_LARGE);
      problems.respond(
          request,
          response,
          Problem.of(CONTENT_TOO_LARGE, "The body may have up to " + maxBody + " bytes."));
      return;
    }
    Intent intent = Intent.of(owner, key.get(), operation(request), body, isJson(request));
    AnswerBuffer buffer = new AnswerBuffer(response);
    HandledRequest effect = new HandledRequest(new ReadRequest(request, body), buffer, chain);
    answer(request, response, buffer, once.run(intent, effect));
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, AnswerBuffer buffer, Result result)
      throws IOException {
    switch (result.kind()) {
      case DONE -> {
        listener.happened(Event.NEW);
        buffer.send();
      }
      case REFUSED -> {
        listener.happened(Event.REFUSED);
        buffer.send();
      }
      case REPLAYED -> {
        listener.happened(Event.REPLAYED);
        replay(response, result.outcome());
      }
      case REUSED -> {
        listener.happened(Event.REUSED);
        problems.respond(
            request,
            response,
            Problem.of(
                IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key belongs to a request with another body or operation."));
      }
      case IN_PROGRESS -> {
        listener.happened(Event.IN_PROGRESS);
        response.setHeader(RETRY_AFTER, SOON);
        problems.respond(
            request,
            response,
            Problem.of(
                REQUEST_IN_PROGRESS,
                "The first request with this Idempotency-Key has not been answered yet."));
      }
      case UNAVAILABLE -> {
        listener.happened(Event.UNAVAILABLE);
        response.setHeader(RETRY_AFTER, SOON);
        problems.respond(
            request,
            response,
            Problem.of(
                UNAVAILABLE,
                "Send the request again with the same Idempotency-Key: it takes effect once."));
      }
    }
  }

  private static void replay(HttpServletResponse response, @Nullable Outcome outcome)
      throws IOException {
    if (outcome == null) {
      throw new IllegalStateException("a replay has an outcome");
    }
    response.setStatus(outcome.status());
    outcome.headers().forEach(response::setHeader);
    response.setHeader(REPLAYED, "true");
    response.setContentLength(outcome.body().length);
    response.getOutputStream().write(outcome.body());
  }

  private static Problem keyProblem(List<String> keys) {
    if (keys.isEmpty()) {
      return Problem.of(IDEMPOTENCY_KEY_MISSING, "This operation needs an Idempotency-Key.")
          .withError(Fault.of(HEADER, "is required"));
    }
    String fault = keys.size() > 1 ? "must be given once" : IdempotencyKey.SYNTAX;
    return Problem.of(VALIDATION_FAILED, "The request has one fault.")
        .withError(Fault.of(HEADER, fault));
  }

  private static String operation(HttpServletRequest request) {
    String query = request.getQueryString();
    String operation = request.getMethod() + ' ' + request.getRequestURI();
    return query == null ? operation : operation + '?' + query;
  }

  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).contains("json");
  }

  /** The rest of the chain as an effect. */
  private final class HandledRequest implements Effect {
    private final ReadRequest request;
    private final AnswerBuffer buffer;
    private final FilterChain chain;

    HandledRequest(ReadRequest request, AnswerBuffer buffer, FilterChain chain) {
      this.request = request;
      this.buffer = buffer;
      this.chain = chain;
    }

    @Override
    public Outcome run() throws ServletException, IOException {
      chain.doFilter(request, buffer);
      if (request.isAsyncStarted()) {
        throw new IllegalStateException(
            "an operation with an Idempotency-Key must be handled on one thread");
      }
      return buffer.outcome(keptHeaders);
    }

    @Override
    public void undo() {
      buffer.forget();
    }
  }
}

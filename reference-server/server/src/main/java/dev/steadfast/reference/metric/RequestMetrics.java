package dev.steadfast.reference.metric;

import dev.steadfast.reference.contract.Contracts;
import dev.steadfast.reference.contract.Operation;
import dev.steadfast.reference.security.Caller;
import dev.steadfast.reference.version.ApiVersion;
import dev.steadfast.starter.FilterOrder;
import dev.steadfast.starter.lifecycle.ApiLifecycle;
import dev.steadfast.starter.lifecycle.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts and times the requests of the API by version, operation and status, and who still uses a
 * version that will end.
 */
@Component
@Order(RequestMetrics.ORDER)
final class RequestMetrics extends OncePerRequestFilter {
  /** Inside the filter that decides the version, outside of all that refuse. */
  static final int ORDER = FilterOrder.LIFECYCLE - 25;

  private static final int MOST_CLIENTS = 1000;
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500)
  };

  private final MeterRegistry meters;
  private final Contracts contracts;
  private final Set<ApiVersion> ending = EnumSet.noneOf(ApiVersion.class);
  private final Map<Outcome, Timer> timers = new ConcurrentHashMap<>();
  private final Map<Use, Counter> uses = new ConcurrentHashMap<>();

  RequestMetrics(MeterRegistry meters, Contracts contracts, ApiLifecycle lifecycle) {
    this.meters = meters;
    this.contracts = contracts;
    for (ApiVersion version : ApiVersion.values()) {
      lifecycle
          .version(version.label())
          .filter(life -> life.state() == State.DEPRECATED || life.state() == State.RETIRED)
          .ifPresent(life -> ending.add(version));
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return ApiVersion.of(request).isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long start = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      record(request, response.getStatus(), System.nanoTime() - start);
    }
  }

  private void record(HttpServletRequest request, int status, long nanos) {
    ApiVersion version = ApiVersion.of(request).orElseThrow();
    Outcome outcome = new Outcome(version, operation(version, request), status);
    timers.computeIfAbsent(outcome, this::timer).record(Duration.ofNanos(nanos));
    if (ending.contains(version) && request.getAttribute(Caller.ATTRIBUTE) instanceof Caller from) {
      Use own = new Use(version, from.owner());
      boolean named = uses.containsKey(own) || uses.size() < MOST_CLIENTS;
      uses.computeIfAbsent(named ? own : new Use(version, "other"), this::use).increment();
    }
  }

  /** A request that was refused early has not been told its operation yet. */
  private String operation(ApiVersion version, HttpServletRequest request) {
    if (request.getAttribute(Operation.ATTRIBUTE) instanceof Operation known) {
      return known.id();
    }
    String path = request.getRequestURI().substring(version.basePath().length());
    return contracts
        .operation(version, request.getMethod(), path)
        .map(Operation::id)
        .orElse("none");
  }

  private Timer timer(Outcome outcome) {
    return Timer.builder("api.requests")
        .description("Requests of the Payment API")
        .tag("version", outcome.version.label())
        .tag("operation", outcome.operation)
        .tag("status", Integer.toString(outcome.status))
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }

  private Counter use(Use use) {
    return Counter.builder("api.deprecated.requests")
        .description("Requests to a version that will end, by who sends them")
        .tag("version", use.version.label())
        .tag("client", use.client)
        .register(meters);
  }

  private record Outcome(ApiVersion version, String operation, int status) {}

  private record Use(ApiVersion version, String client) {}
}

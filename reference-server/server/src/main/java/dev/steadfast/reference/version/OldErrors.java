package dev.steadfast.reference.version;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.starter.problem.Fault;
import dev.steadfast.starter.problem.Problem;
import dev.steadfast.starter.problem.ProblemFormat;
import dev.steadfast.starter.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The errors of v1: a code for programs and a message for people, in {@code application/json}. */
@Component
final class OldErrors implements ProblemFormat {
  private static final int LONGEST = 1000;

  @Override
  public boolean appliesTo(HttpServletRequest request) {
    return ApiVersion.of(request).filter(ApiVersion.V1::equals).isPresent();
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Object body(Problem problem, HttpServletRequest request) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("code", code(problem.kind()));
    error.put("message", message(problem));
    return Map.of("error", error);
  }

  private static String code(ProblemKind kind) {
    return kind instanceof PaymentProblem own
        ? own.code()
        : kind.title().toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  private static String message(Problem problem) {
    String detail = problem.detail() == null ? problem.kind().title() : problem.detail();
    if (!problem.errors().isEmpty()) {
      Fault first = problem.errors().get(0);
      String place = first.parameter() == null ? first.pointer() : first.parameter();
      detail += " " + (place == null ? "The body" : place) + " " + first.detail() + ".";
    }
    return detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
  }
}

package dev.steadfast.starter.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One problem: why one request was not answered as asked (RFC 9457).
 *
 * @param kind what it has in common with others
 * @param detail about this request, for people who wrote it; never class names, SQL or secrets
 * @param errors the single faults, in the order in which they are reported; may be empty
 * @param extensions further members of the answer, in order
 */
public record Problem(
    ProblemKind kind, @Nullable String detail, List<Fault> errors, Map<String, Object> extensions) {

  /** Copies what it is given. */
  public Problem {
    errors = List.copyOf(errors);
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
  }

  /** A problem without a detail. */
  public static Problem of(ProblemKind kind) {
    return new Problem(kind, null, List.of(), Map.of());
  }

  /** A problem with a detail. */
  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind, detail, List.of(), Map.of());
  }

  /** This problem with one more fault. */
  public Problem withError(Fault fault) {
    List<Fault> more = new ArrayList<>(errors);
    more.add(fault);
    return new Problem(kind, detail, more, extensions);
  }

  /** This problem with one more member. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extensions);
    more.put(member, value);
    return new Problem(kind, detail, errors, more);
  }

  Problem withKind(ProblemKind other) {
    return new Problem(other, detail, errors, extensions);
  }
}

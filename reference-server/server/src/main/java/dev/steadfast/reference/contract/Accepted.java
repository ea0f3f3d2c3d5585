package dev.steadfast.reference.contract;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.reference.version.ApiVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Whether {@code Accept} leaves {@code application/json} to answer in (RFC 9110 §12.5.1), with no
 * other {@code version} than that of the operation.
 */
final class Accepted {
  private static final MediaType JSON = MediaType.APPLICATION_JSON;
  private static final int LONGEST_SHOWN = 100;

  private Accepted() {}

  /**
   * Refuses a request that wants something else.
   *
   * @throws ProblemException with 406
   */
  static void check(HttpServletRequest request, ApiVersion version) {
    List<String> lines = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
    if (lines.isEmpty()) {
      return;
    }
    String accept = String.join(", ", lines);
    if (accept.isBlank() || accept.equals("*/*") || accept.equals("application/json")) {
      return;
    }
    if (!allowsJson(accept, version)) {
      String shown =
          accept.length() <= LONGEST_SHOWN ? accept : accept.substring(0, LONGEST_SHOWN) + "…";
      throw new ProblemException(
          PaymentProblem.NOT_ACCEPTABLE,
          "This operation answers with application/json; version="
              + version.number()
              + ", not with "
              + shown
              + ".");
    }
  }

  private static boolean allowsJson(String accept, ApiVersion version) {
    List<MediaType> ranges;
    try {
      ranges = MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
    // the most specific range that matches decides, by its weight
    MediaType decisive = null;
    for (MediaType range : ranges) {
      String named = range.getParameter("version");
      boolean matches =
          range.includes(JSON)
              && (named == null || named.replace("\"", "").equals(version.number()));
      if (matches && (decisive == null || specificity(range) > specificity(decisive))) {
        decisive = range;
      }
    }
    return decisive != null && decisive.getQualityValue() > 0;
  }

  /** Not Spring's, which takes a greater weight for more specific. */
  private static int specificity(MediaType range) {
    int names = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    return names * 2 + (range.getParameter("version") == null ? 0 : 1);
  }
}

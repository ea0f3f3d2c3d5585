package dev.steadfast.reference.contract;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Whether a body is of the media type that an operation reads. */
final class MediaTypes {
  private static final String PATCH = "application/merge-patch+json";

  private MediaTypes() {}

  /**
   * Refuses any other type, and any encoding but UTF-8.
   *
   * @throws ProblemException with 415
   */
  static void check(HttpServletRequest request, HttpServletResponse response, String wanted) {
    String given = request.getContentType();
    if (wanted.equals(given) || matches(given, wanted)) {
      return;
    }
    if (wanted.equals(PATCH)) {
      // RFC 5789 §3.1
      response.setHeader("Accept-Patch", PATCH);
    }
    throw new ProblemException(
        PaymentProblem.UNSUPPORTED_MEDIA_TYPE,
        given == null
            ? "Send " + wanted + ", with a Content-Type."
            : "Send " + wanted + ", not " + shown(given) + ".");
  }

  private static boolean matches(@Nullable String given, String wanted) {
    if (given == null) {
      return false;
    }
    try {
      MediaType type = MediaType.parseMediaType(given);
      return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT).equals(wanted)
          && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String shown(String given) {
    return given.length() <= 100 ? given : given.substring(0, 100) + "…";
  }
}

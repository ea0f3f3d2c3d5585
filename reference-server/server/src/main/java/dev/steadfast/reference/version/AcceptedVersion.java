package dev.steadfast.reference.version;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The version that a request names in {@code Accept}, as {@code application/json; version=1}. */
final class AcceptedVersion {
  private static final String PARAMETER = "version";

  private AcceptedVersion() {}

  /**
   * The version to answer in: the current one when it is named or none is, otherwise the oldest
   * that is named.
   *
   * @return null when only versions that do not exist are accepted
   */
  static @Nullable ApiVersion of(HttpServletRequest request, ApiVersion current) {
    List<String> lines = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
    if (lines.stream().noneMatch(line -> line.contains(PARAMETER))) {
      return current;
    }
    Set<String> named = new HashSet<>();
    boolean any = false;
    try {
      for (MediaType range : MediaType.parseMediaTypes(String.join(", ", lines))) {
        String version = range.getParameter(PARAMETER);
        if (range.getQualityValue() == 0) {
          continue;
        }
        if (version == null) {
          any = true;
        } else {
          named.add(version.replace("\"", ""));
        }
      }
    } catch (InvalidMediaTypeException e) {
      // refused with 406 where the media type itself is looked at
      return current;
    }
    if (named.isEmpty() || named.contains(current.number())) {
      return current;
    }
    for (ApiVersion version : ApiVersion.values()) {
      if (named.contains(version.number())) {
        return version;
      }
    }
    return any ? current : null;
  }
}

package dev.steadfast.reference.version;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The versions that a request accepts.
 *
 * @param named the values of {@code version} in {@code Accept}
 * @param any whether a range without {@code version} is accepted as well
 */
record AcceptedVersion(Set<String> named, boolean any) {
  private static final String PARAMETER = "version";

  /** What {@code Accept} says; one that cannot be read says nothing here. */
  static AcceptedVersion of(HttpServletRequest request) {
    List<String> lines = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
    if (lines.stream().noneMatch(line -> line.contains(PARAMETER))) {
      return new AcceptedVersion(Set.of(), true);
    }
    Set<String> named = new TreeSet<>();
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
      return new AcceptedVersion(Set.of(), true);
    }
    return new AcceptedVersion(named, any || named.isEmpty());
  }

  /**
   * The version to answer in; null when none is accepted.
   *
   * @param otherwise the version of the path, or the current one
   * @param fixed whether the path names it
   */
  @Nullable ApiVersion among(ApiVersion otherwise, boolean fixed) {
    if (named.contains(otherwise.number()) || named.isEmpty()) {
      return otherwise;
    }
    if (!fixed) {
      for (ApiVersion version : ApiVersion.values()) {
        if (named.contains(version.number())) {
          return version;
        }
      }
    }
    return any ? otherwise : null;
  }

  /** Why nothing is accepted, for people. */
  String refusal(boolean fixed) {
    return fixed
        ? "Accept asks for another version than the address."
        : "Accept asks for a version that does not exist; 1 and 2 do.";
  }
}

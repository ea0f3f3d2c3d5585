package dev.steadfast.reference.version;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** A version of the API. */
public enum ApiVersion {
  V1("v1"),
  V2("v2");

  private final String label;

  ApiVersion(String label) {
    this.label = label;
  }

  /** Its name in URLs, such as {@code v1}. */
  public String label() {
    return label;
  }

  /** Its name in {@code Accept}, such as {@code 1}. */
  public String number() {
    return label.substring(1);
  }

  /** Where it is served, such as {@code /v1}. */
  public String basePath() {
    return "/" + label;
  }

  /** The version that the request's path names. */
  public static Optional<ApiVersion> of(HttpServletRequest request) {
    String path = request.getRequestURI();
    for (ApiVersion version : values()) {
      String base = version.basePath();
      if (path.startsWith(base)
          && (path.length() == base.length() || path.charAt(base.length()) == '/')) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }
}

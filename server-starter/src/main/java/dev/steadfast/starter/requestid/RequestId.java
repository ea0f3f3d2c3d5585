package dev.steadfast.starter.requestid;

import jakarta.servlet.ServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The name of a request: 1 to 64 letters, digits, dots, underscores and hyphens. Every filter and
 * handler inside the request id filter can ask for it.
 */
public final class RequestId {

  static final String ATTRIBUTE = RequestId.class.getName();

  private static final int LONGEST = 64;

  private RequestId() {}

  /** The request's name, or null when the feature is off. */
  public static @Nullable String of(ServletRequest request) {
    return (String) request.getAttribute(ATTRIBUTE);
  }

  /** Whether a client's name for a request can be used as it is: in headers, in logs, in bodies. */
  static boolean isWellFormed(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean known =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_'
              || c == '.';
      if (!known) {
        return false;
      }
    }
    return true;
  }

  /** A new name: 128 random bits in hexadecimal. Names need to differ, not to be unguessable. */
  static String make() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}

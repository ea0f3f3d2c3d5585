package dev.steadfast.reference.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as its token says.
 *
 * @param subject claim {@code sub}
 * @param merchant claim {@code merchant}; absent for a platform
 * @param tier claim {@code tier}
 * @param scopes what the token allows
 */
public record Caller(String subject, @Nullable String merchant, String tier, Set<String> scopes) {
  /** The request attribute that holds the caller. */
  public static final String ATTRIBUTE = Caller.class.getName();

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** Whose limit and whose idempotency keys the request uses: the merchant or the platform. */
  public String owner() {
    return merchant == null ? subject : merchant;
  }
}

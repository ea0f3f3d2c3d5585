package dev.steadfast.reference.security;

/** Nobody can tell whether a token is good: the issuer's keys could not be read. */
public final class KeysUnavailableException extends Exception {
  private static final long serialVersionUID = 1;

  KeysUnavailableException() {
    super("The issuer's keys cannot be read now.", null, false, false);
  }
}

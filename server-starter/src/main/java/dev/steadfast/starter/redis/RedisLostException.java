package dev.steadfast.starter.redis;

/** Redis failed or did not answer in time. The caller goes on without it. */
public final class RedisLostException extends Exception {

  private static final long serialVersionUID = 1;

  RedisLostException(String message, Throwable cause) {
    // without a stack trace: many requests may meet one loss
    super(message, cause, false, false);
  }
}

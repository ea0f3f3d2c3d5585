package dev.steadfast.starter.problem;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kinds of problems that the starter itself answers with. The {@code type} given here is used
 * unless the application maps the kind to its own ({@link ProblemKinds}).
 */
public enum StandardProblem implements ProblemKind {
  /** The body, or the request itself, cannot be read. */
  MALFORMED_REQUEST(400, "Malformed request"),
  /** The request can be read, and breaks the contract in the places that {@code errors} names. */
  VALIDATION_FAILED(400, "Validation failed"),
  /** The operation needs an {@code Idempotency-Key}. */
  IDEMPOTENCY_KEY_MISSING(400, "Idempotency-Key missing"),
  /** There is no valid proof of who asks. */
  UNAUTHENTICATED(401, "Authentication required"),
  /** The caller may not do this. */
  FORBIDDEN(403, "Forbidden"),
  /** There is nothing at this address. */
  NOT_FOUND(404, "Not found"),
  /** The resource exists and has no such method; {@code Allow} names those it has. */
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  /** {@code Accept} leaves no media type to answer in. */
  NOT_ACCEPTABLE(406, "Not acceptable"),
  /** The first request with this {@code Idempotency-Key} is still running. */
  REQUEST_IN_PROGRESS(409, "Request in progress"),
  /** The version or operation has ended, or is switched off for a while as a reminder. */
  GONE(410, "Gone"),
  /** The body is larger than the server reads. */
  CONTENT_TOO_LARGE(413, "Content too large"),
  /** {@code Content-Type} names nothing that the operation reads. */
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  /** The {@code Idempotency-Key} belongs to another request. */
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency-Key reused"),
  /** The caller's limit is used up (draft-ietf-httpapi-ratelimit-headers-11). */
  QUOTA_EXCEEDED(429, "Quota exceeded"),
  /** The server failed; its log says how, the answer does not. */
  INTERNAL_ERROR(500, "Internal error"),
  /** The server cannot answer now. */
  UNAVAILABLE(503, "Unavailable");

  private static final String QUOTA_EXCEEDED_TYPE =
      "https://iana.org/assignments/http-problem-types#quota-exceeded";

  /** A status that tells nothing more is that of an unreadable request: 400. */
  private static final Map<Integer, StandardProblem> BY_STATUS =
      Stream.of(
              MALFORMED_REQUEST,
              UNAUTHENTICATED,
              FORBIDDEN,
              NOT_FOUND,
              METHOD_NOT_ALLOWED,
              NOT_ACCEPTABLE,
              GONE,
              CONTENT_TOO_LARGE,
              UNSUPPORTED_MEDIA_TYPE,
              QUOTA_EXCEEDED,
              INTERNAL_ERROR,
              UNAVAILABLE)
          .collect(Collectors.toUnmodifiableMap(kind -> kind.status, kind -> kind));

  private final int status;
  private final String title;
  private final String code;

  StandardProblem(int status, String title) {
    this.status = status;
    this.title = title;
    this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind of a status that was chosen without saying more: a standard one where the status tells
   * it, otherwise what the application makes of the status.
   */
  static ProblemKind ofStatus(int status, ProblemKinds kinds) {
    StandardProblem standard = BY_STATUS.get(status);
    return standard == null ? kinds.ofStatus(status) : standard;
  }

  /** The kind in a URI: lower case, words joined by hyphens. */
  public String code() {
    return code;
  }

  /** Below {@code /problems/}, but for the kind that has a registered type of its own. */
  @Override
  public String type() {
    return type("/problems/");
  }

  /** The type below another base, which ends in what separates it from the {@link #code()}. */
  String type(String base) {
    return this == QUOTA_EXCEEDED ? QUOTA_EXCEEDED_TYPE : base + code;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int status() {
    return status;
  }
}

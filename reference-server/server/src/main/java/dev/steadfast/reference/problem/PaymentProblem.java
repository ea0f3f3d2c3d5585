package dev.steadfast.reference.problem;

import dev.steadfast.starter.problem.ProblemKind;
import java.util.Locale;

/** A kind of problem: {@code ProblemType} of v2, {@code code} of v1. */
public enum PaymentProblem implements ProblemKind {
  MALFORMED_REQUEST(400, "Malformed request"),
  VALIDATION_FAILED(400, "Validation failed"),
  IDEMPOTENCY_KEY_MISSING(400, "Idempotency-Key missing"),
  UNAUTHENTICATED(401, "Authentication required"),
  INSUFFICIENT_SCOPE(403, "Insufficient scope"),
  MERCHANT_SUSPENDED(403, "Merchant suspended"),
  NOT_FOUND(404, "Not found"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  REQUEST_IN_PROGRESS(409, "Request in progress"),
  PAYMENT_STATE_CONFLICT(409, "The payment's status does not allow this"),
  MERCHANT_EXISTS(409, "The merchant exists"),
  GONE(410, "Gone"),
  PRECONDITION_FAILED(412, "The resource has changed"),
  CONTENT_TOO_LARGE(413, "Content too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency-Key reused"),
  AMOUNT_TOO_LARGE(422, "Amount too large"),
  /** Only in v1: an amount in the smallest unit cannot be too precise. */
  AMOUNT_TOO_PRECISE(422, "Amount too precise"),
  CURRENCY_NOT_SUPPORTED(422, "Currency not supported"),
  PAYMENT_NOT_FOUND(422, "The payment does not exist"),
  METADATA_FULL(422, "Too many labels"),
  PRECONDITION_REQUIRED(428, "If-Match required"),
  QUOTA_EXCEEDED(429, "Request quota exceeded"),
  INTERNAL_ERROR(500, "Internal error"),
  UNAVAILABLE(503, "Service unavailable");

  private final int status;
  private final String title;
  private final String code;
  private final String type;

  PaymentProblem(int status, String title) {
    this.status = status;
    this.title = title;
    this.code = name().toLowerCase(Locale.ROOT);
    this.type =
        name().equals("QUOTA_EXCEEDED")
            ? "https://iana.org/assignments/http-problem-types#quota-exceeded"
            : "/problems/" + code.replace('_', '-');
  }

  /** The HTTP status of answers with this problem. */
  @Override
  public int status() {
    return status;
  }

  /** The kind of problem for people; fixed per kind (RFC 9457 §3.1.4). */
  @Override
  public String title() {
    return title;
  }

  /** The name in v1, such as {@code amount_too_large}. */
  public String code() {
    return code;
  }

  /** The name in v2, a URI reference such as {@code /problems/amount-too-large}. */
  @Override
  public String type() {
    return type;
  }
}

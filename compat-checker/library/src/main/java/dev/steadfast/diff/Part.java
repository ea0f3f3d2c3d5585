package dev.steadfast.diff;

/** The part of an HTTP message that a schema describes. */
public enum Part {
  BODY,
  PATH,
  QUERY,
  HEADER,
  COOKIE,
  /** The whole query as one value (OAS 3.2, {@code in: querystring}). */
  QUERYSTRING,
  RESPONSE_BODY,
  RESPONSE_HEADER
}

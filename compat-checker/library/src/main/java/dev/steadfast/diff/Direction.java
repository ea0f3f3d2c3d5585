package dev.steadfast.diff;

/** Which way a message travels, seen from whoever programs against the document. */
public enum Direction {
  /** Sent by the API's consumer: requests, and the answers to webhooks and callbacks. */
  REQUEST,
  /** Sent by the API's provider: responses, and the requests of webhooks and callbacks. */
  RESPONSE,
  /** Never on the wire. */
  NONE
}

package dev.steadfast.schema;

/**
 * From where a schema is looked at. A property that does not travel in a direction ({@code
 * readOnly} in requests, {@code writeOnly} in responses; OAS 3.1, Schema Object, and JSON Schema
 * 2020-12 Validation §9.4) is absent for the sender, and ignored by the receiver.
 */
public enum View {
  /** Pure JSON Schema: every undeclared name is allowed where an object is open. */
  PLAIN(false, ""),
  REQUEST_SENT(true, "readOnly"),
  REQUEST_RECEIVED(false, "readOnly"),
  RESPONSE_SENT(true, "writeOnly"),
  RESPONSE_RECEIVED(false, "writeOnly");

  private final boolean sent;
  private final String untravelled;

  View(boolean sent, String untravelled) {
    this.sent = sent;
    this.untravelled = untravelled;
  }

  boolean sent() {
    return sent;
  }

  /** The keyword that keeps a property out of this direction; empty for none. */
  String untravelled() {
    return untravelled;
  }
}

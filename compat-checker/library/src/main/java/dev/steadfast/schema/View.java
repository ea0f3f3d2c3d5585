package dev.steadfast.schema;

/**
 * From where a schema is looked at. A property that does not travel in a direction ({@code
 * readOnly} in requests, {@code writeOnly} in responses; OAS 3.1, Schema Object, and JSON Schema
 * 2020-12 Validation §9.4) is absent for the sender, and ignored by the receiver.
 */
public enum View {
  /** Pure JSON Schema: every undeclared name is allowed where an object is open. */
  PLAIN(false, "", false),
  REQUEST_SENT(true, "readOnly", false),
  REQUEST_RECEIVED(false, "readOnly", false),
  RESPONSE_SENT(true, "writeOnly", false),
  RESPONSE_RECEIVED(false, "writeOnly", false),
  REQUEST_TEXT_SENT(true, "readOnly", true),
  REQUEST_TEXT_RECEIVED(false, "readOnly", true),
  RESPONSE_TEXT_SENT(true, "writeOnly", true),
  RESPONSE_TEXT_RECEIVED(false, "writeOnly", true);

  private final boolean sent;
  private final String untravelled;
  private final boolean text;

  View(boolean sent, String untravelled, boolean text) {
    this.sent = sent;
    this.untravelled = untravelled;
    this.text = text;
  }

  boolean sent() {
    return sent;
  }

  /** The keyword that keeps a property out of this direction; empty for none. */
  String untravelled() {
    return untravelled;
  }

  /**
   * Whether values travel as bare texts, as in a URL or a header: then a number or a boolean is a
   * string too, where every string is allowed.
   */
  boolean text() {
    return text;
  }
}

package dev.steadfast.schema;

/**
 * From where a schema is looked at. A property that does not travel in a direction ({@code
 * readOnly} in requests, {@code writeOnly} in responses; OAS 3.1, Schema Object, and JSON Schema
 * 2020-12 Validation §9.4) is absent for the sender, and ignored by the receiver.
 */
public enum View {
  /** Pure JSON Schema: every undeclared name is allowed where an object is open. */
  PLAIN(false, "", Spelling.JSON),
  REQUEST_SENT(true, "readOnly", Spelling.JSON),
  REQUEST_RECEIVED(false, "readOnly", Spelling.JSON),
  RESPONSE_SENT(true, "writeOnly", Spelling.JSON),
  RESPONSE_RECEIVED(false, "writeOnly", Spelling.JSON),
  REQUEST_TEXT_SENT(true, "readOnly", Spelling.TEXT),
  REQUEST_TEXT_RECEIVED(false, "readOnly", Spelling.TEXT),
  RESPONSE_TEXT_SENT(true, "writeOnly", Spelling.TEXT),
  RESPONSE_TEXT_RECEIVED(false, "writeOnly", Spelling.TEXT),
  REQUEST_FORM_SENT(true, "readOnly", Spelling.FORM),
  REQUEST_FORM_RECEIVED(false, "readOnly", Spelling.FORM),
  RESPONSE_FORM_SENT(true, "writeOnly", Spelling.FORM),
  RESPONSE_FORM_RECEIVED(false, "writeOnly", Spelling.FORM),
  REQUEST_FIELD_SENT(true, "readOnly", Spelling.FIELD),
  REQUEST_FIELD_RECEIVED(false, "readOnly", Spelling.FIELD),
  RESPONSE_FIELD_SENT(true, "writeOnly", Spelling.FIELD),
  RESPONSE_FIELD_RECEIVED(false, "writeOnly", Spelling.FIELD),
  REQUEST_TEXT_PART_SENT(true, "readOnly", Spelling.TEXT_PART),
  REQUEST_TEXT_PART_RECEIVED(false, "readOnly", Spelling.TEXT_PART),
  RESPONSE_TEXT_PART_SENT(true, "writeOnly", Spelling.TEXT_PART),
  RESPONSE_TEXT_PART_RECEIVED(false, "writeOnly", Spelling.TEXT_PART),
  REQUEST_FIELD_PART_SENT(true, "readOnly", Spelling.FIELD_PART),
  REQUEST_FIELD_PART_RECEIVED(false, "readOnly", Spelling.FIELD_PART),
  RESPONSE_FIELD_PART_SENT(true, "writeOnly", Spelling.FIELD_PART),
  RESPONSE_FIELD_PART_RECEIVED(false, "writeOnly", Spelling.FIELD_PART);

  private final boolean sent;
  private final String untravelled;
  private final Spelling spelling;

  /** How values are written. */
  public enum Spelling {
    JSON,
    /** As bare texts, members of objects too. */
    TEXT,
    /** An object whose members are fields. */
    FORM,
    /** A text, or an array of texts, or an object in JSON. */
    FIELD,
    /** Of a text, what one of the schemas that apply to it says of one way to read it. */
    TEXT_PART,
    FIELD_PART
  }

  View(boolean sent, String untravelled, Spelling spelling) {
    this.sent = sent;
    this.untravelled = untravelled;
    this.spelling = spelling;
  }

  boolean sent() {
    return sent;
  }

  /** The keyword that keeps a property out of this direction; empty for none. */
  String untravelled() {
    return untravelled;
  }

  /**
   * Whether values travel as bare texts, as in a URL, a header or a field of a form: then a number
   * or a boolean is a string too, where its text is allowed.
   */
  boolean text() {
    return spelling == Spelling.TEXT || spelling == Spelling.FIELD;
  }

  /** The same, of the whole value or of one way to read it. */
  boolean ofText() {
    return text() || spelling == Spelling.TEXT_PART || spelling == Spelling.FIELD_PART;
  }

  /** How a schema looks at the value that another is applied to. */
  View part() {
    return switch (spelling) {
      case TEXT -> as(Spelling.TEXT_PART);
      case FIELD -> as(Spelling.FIELD_PART);
      default -> this;
    };
  }

  /** How a whole value is looked at. */
  View whole() {
    return switch (spelling) {
      case TEXT_PART -> as(Spelling.TEXT);
      case FIELD_PART -> as(Spelling.FIELD);
      default -> this;
    };
  }

  /** How the members of an object are looked at. */
  View member() {
    return switch (spelling) {
      case JSON, TEXT -> this;
      case TEXT_PART -> as(Spelling.TEXT);
      case FORM -> as(Spelling.FIELD);
      case FIELD, FIELD_PART -> as(Spelling.JSON);
    };
  }

  /** One for all directions, where the direction says nothing. */
  View anyDirection() {
    for (View view : values()) {
      if (view.spelling == spelling) {
        return view;
      }
    }
    return this;
  }

  private View as(Spelling other) {
    return of(other, untravelled.equals("readOnly"), sent);
  }

  /** Of the sender of a message, or of its receiver. */
  public static View of(Spelling spelling, boolean request, boolean sent) {
    for (View view : values()) {
      if (view.sent == sent
          && view.untravelled.equals(request ? "readOnly" : "writeOnly")
          && view.spelling == spelling) {
        return view;
      }
    }
    throw new IllegalStateException("no view for " + spelling);
  }
}

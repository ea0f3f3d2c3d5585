package dev.steadfast.spec;

import org.jspecify.annotations.Nullable;

/**
 * What a member of an object must look like.
 *
 * @param kind of the objects in it, when its form holds objects
 * @param vital whether a wrong type puts the meaning of the document in doubt; otherwise it is a
 *     note
 * @param since the first minor version of OpenAPI 3 that knows it
 */
record Field(Form form, @Nullable Kind kind, boolean vital, int since) {

  /** The JSON that a member may hold. */
  enum Form {
    ANY("any value"),
    STRING("a string"),
    BOOLEAN("true or false"),
    NUMBER("a number"),
    POSITIVE("a number above 0"),
    COUNT("a whole number from 0 up"),
    BOUND("a number"), // an exclusive bound since draft-06
    SWITCH("true or false"), // one of draft-04 and OpenAPI 3.0
    ARRAY("an array"),
    STRINGS("an array of strings"),
    STRING_MAP("an object of strings"),
    STRINGS_MAP("an object of arrays of strings"),
    TYPE("a JSON type or an array of them"),
    NODE("an object"),
    LIST("an array"),
    MAP("an object"),
    SCHEMA_OR_BOOLEAN("a schema, true or false"),
    SCHEMA_OR_LIST("a schema or an array of schemas"),
    DEPENDENCIES("an object of schemas or arrays of strings");

    private final String wanted;

    Form(String wanted) {
      this.wanted = wanted;
    }

    String wanted() {
      return wanted;
    }
  }

  static Field of(Form form) {
    return new Field(form, null, true, 0);
  }

  /** A member that says nothing about messages. */
  static Field remark(Form form) {
    return new Field(form, null, false, 0);
  }

  static Field one(Kind kind) {
    return new Field(Form.NODE, kind, true, 0);
  }

  static Field list(Kind kind) {
    return new Field(Form.LIST, kind, true, 0);
  }

  static Field map(@Nullable Kind kind) {
    return new Field(Form.MAP, kind, true, 0);
  }

  Field remark() {
    return new Field(form, kind, false, since);
  }

  Field since(int minor) {
    return new Field(form, kind, vital, minor);
  }
}

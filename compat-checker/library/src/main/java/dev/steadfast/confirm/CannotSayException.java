package dev.steadfast.confirm;

import com.networknt.schema.SchemaException;

/**
 * The validator has no honest answer; the message says why.
 *
 * <p>A SchemaException, because networknt logs every other exception of a pattern as an error.
 */
final class CannotSayException extends SchemaException {

  private static final long serialVersionUID = 1;

  CannotSayException(String why) {
    super(why);
  }
}

package dev.steadfast.spec;

/** The rest of a file cannot be read, for its syntax or its size; the message says why. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String message;
  private final int line;
  private final int column;
  private final boolean syntax;

  private UnreadableException(String message, int line, int column, boolean syntax) {
    super(message, null, false, false);
    this.message = message;
    this.line = line;
    this.column = column;
    this.syntax = syntax;
  }

  /** Past a limit; line and column are 1-based. */
  UnreadableException(String message, int line, int column) {
    this(message, line, column, false);
  }

  /** Against the grammar of the file's format; line and column are 1-based. */
  static UnreadableException syntax(String message, int line, int column) {
    return new UnreadableException(message, line, column, true);
  }

  /** Whether another format may understand the file. */
  boolean syntax() {
    return syntax;
  }

  /** This, as a problem of a file. */
  Problem in(String file) {
    return new Problem(new Location(file, "", line, column), message);
  }
}

package dev.steadfast.compat;

import dev.steadfast.diff.Element;
import dev.steadfast.spec.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a rule saw.
 *
 * @param base where in the old document; null when it is not there
 * @param revision where in the new document; null when it is not there
 * @param message past tense, without the operation: {@code query parameter 'q' became required}
 * @param was the value before; empty when there was none
 * @param now the value after; empty when there is none
 * @param showing the message that shows it
 */
record Hit(
    @Nullable Node base,
    @Nullable Node revision,
    String message,
    String was,
    String now,
    Showing showing) {

  static Hit added(Element after) {
    return new Hit(null, after.at(), after.described() + " was added", "", "", Showing.NONE);
  }

  static Hit removed(Element before) {
    return new Hit(before.at(), null, before.described() + " was removed", "", "", Showing.NONE);
  }

  /** The message is the element's description and what it became. */
  static Hit kept(Element before, Element after, String became) {
    return new Hit(
        before.at(), after.at(), before.described() + ' ' + became, "", "", Showing.NONE);
  }

  Hit saying(String other) {
    return new Hit(base, revision, other, was, now, showing);
  }

  Hit values(String before, String after) {
    return new Hit(base, revision, message, before, after, showing);
  }

  Hit at(@Nullable Node before, @Nullable Node after) {
    return new Hit(before, after, message, was, now, showing);
  }

  Hit shownBy(Showing other) {
    return new Hit(base, revision, message, was, now, other);
  }
}

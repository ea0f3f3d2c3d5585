package dev.steadfast.spec;

import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Turns the columns of the YAML parser, which count code points, into columns in UTF-16 units.
 * Marks come nearly in the order of the text.
 */
final class Columns {

  private final Text text;
  private final boolean same;
  private int position; // in units
  private int index; // the same position in code points
  private int pairs; // surrogate pairs between the start of the line and the position

  Columns(Text text) {
    this.text = text;
    this.same = !hasPairs(text);
  }

  private static boolean hasPairs(Text text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.chars()[i])) {
        return true;
      }
    }
    return false;
  }

  /** 1-based. */
  int of(Mark mark) {
    if (same) {
      return mark.getColumn() + 1;
    }
    if (mark.getIndex() < index) {
      restart(mark);
    }
    while (index < mark.getIndex()) {
      char c = text.chars()[position];
      boolean pair = Character.isHighSurrogate(c);
      position += pair ? 2 : 1;
      index++;
      pairs = c == '\n' || c == '\r' ? 0 : pair ? pairs + 1 : pairs;
    }
    return mark.getColumn() + 1 + pairs;
  }

  /* Back to the start of the mark's line. */
  private void restart(Mark mark) {
    int start = mark.getIndex() - mark.getColumn();
    while (index > start) {
      position -= Character.isLowSurrogate(text.chars()[position - 1]) ? 2 : 1;
      index--;
    }
    pairs = 0;
  }
}

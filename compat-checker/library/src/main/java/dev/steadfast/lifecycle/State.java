package dev.steadfast.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where something stands in its life; later states come later. */
public enum State {
  /** May change without notice. */
  PREVIEW,
  /** Supported. */
  CURRENT,
  /** Its end is announced; supported until its sunset. */
  DEPRECATED,
  /** Every request is answered with 410. */
  RETIRED;

  /** As the file writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<State> named(String text) {
    return Arrays.stream(values()).filter(state -> state.text().equals(text)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(State::text).toList();
  }

  /** Whether answers say that the end comes, or has come. */
  boolean ends() {
    return this == DEPRECATED || this == RETIRED;
  }
}

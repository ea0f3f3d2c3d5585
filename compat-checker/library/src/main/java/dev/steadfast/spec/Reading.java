package dev.steadfast.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of reading a document: the document, or why there is none.
 *
 * @param document null exactly when there are problems
 * @param problems faults that put the document's meaning in doubt, sorted by place
 * @param notes lesser faults, sorted by place; present beside either
 */
public record Reading(@Nullable Document document, List<Problem> problems, List<Problem> notes) {

  public Reading {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    if ((document == null) == problems.isEmpty()) {
      throw new IllegalArgumentException("either a document or problems, got " + problems);
    }
  }
}

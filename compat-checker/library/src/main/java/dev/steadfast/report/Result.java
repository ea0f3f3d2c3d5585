package dev.steadfast.report;

import dev.steadfast.compat.Verdict;
import dev.steadfast.spec.Problem;
import java.util.List;
import java.util.function.Function;

/** What became of one pair of documents. */
public sealed interface Result {

  /** The pair's name among several; empty when only one pair was asked for. */
  String pair();

  /** The old document, as the user named it. */
  String base();

  /** The new document, as the user named it. */
  String revision();

  <R> R match(Function<Compared, R> compared, Function<Unreadable, R> unreadable);

  /**
   * Both documents were read and compared.
   *
   * @param notes lesser faults of either document
   * @param millis wall-clock time from the first byte read to the verdict
   */
  record Compared(
      String pair, String base, String revision, Verdict verdict, List<Problem> notes, long millis)
      implements Result {

    public Compared {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R match(Function<Compared, R> compared, Function<Unreadable, R> unreadable) {
      return compared.apply(this);
    }
  }

  /** There is no verdict: a document could not be read, for all these reasons. */
  record Unreadable(String pair, String base, String revision, List<Problem> problems)
      implements Result {

    public Unreadable {
      problems = List.copyOf(problems);
    }

    @Override
    public <R> R match(Function<Compared, R> compared, Function<Unreadable, R> unreadable) {
      return unreadable.apply(this);
    }
  }
}

package dev.steadfast.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads YAML and JSON that describes no API: settings, lists. Never throws on bytes. */
public final class DataReader {

  private DataReader() {}

  /** The file's value, with places. */
  public static Data read(Source source) {
    Problems problems = new Problems(Limits.DEFAULT.problems());
    Tree tree = new TreeReader(Limits.DEFAULT, problems).open(source);
    return new Data(tree == null || !problems.none() ? null : tree.root(), problems.problems());
  }

  /**
   * What came out: the value, or why there is none.
   *
   * @param value null exactly when there are problems
   */
  public record Data(@Nullable Node value, List<Problem> problems) {

    public Data {
      problems = List.copyOf(problems);
    }
  }
}

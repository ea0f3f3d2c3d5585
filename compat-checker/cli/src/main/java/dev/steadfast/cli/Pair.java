package dev.steadfast.cli;

import dev.steadfast.report.Judge;
import dev.steadfast.report.Result;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Source;
import java.util.List;

/** One of many pairs to compare, or why it cannot be asked. */
sealed interface Pair {

  Result judgedBy(Judge judge);

  /** Two documents. */
  record Documents(String name, Source base, Source revision) implements Pair {

    @Override
    public Result judgedBy(Judge judge) {
      return judge.judge(name, base, revision);
    }
  }

  /** A line that names no two documents. */
  record Bad(String name, Problem problem) implements Pair {

    @Override
    public Result judgedBy(Judge judge) {
      return new Result.Unreadable(name, "", "", List.of(problem));
    }
  }
}

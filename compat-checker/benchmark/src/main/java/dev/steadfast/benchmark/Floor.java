package dev.steadfast.benchmark;

import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.Source;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * The least that a comparison can cost: parses two documents into trees with the checker's own
 * parser, in parallel as the checker does, and nothing else.
 */
public final class Floor {

  private Floor() {}

  /** Arguments: {@code BASE REVISION}. */
  public static void main(String[] arguments) {
    CompletableFuture<DataReader.Data> base =
        CompletableFuture.supplyAsync(() -> tree(arguments[0]));
    DataReader.Data revision = tree(arguments[1]);
    if (base.join().value() == null || revision.value() == null) {
      throw new IllegalArgumentException("cannot be parsed: " + base.join().problems());
    }
  }

  private static DataReader.Data tree(String file) {
    return DataReader.read(Source.file(Path.of(file)));
  }
}

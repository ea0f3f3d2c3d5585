package dev.steadfast.proof;

import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.load.Burst;
import dev.steadfast.proof.load.Intent;
import dev.steadfast.proof.load.Journal;
import dev.steadfast.proof.load.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Bursts through both servers while both count together. A server for which Redis took more than
 * its 100 ms says so in its log and counts alone for a moment; on a machine that is too busy that
 * happens without anybody taking Redis away, and the burst says nothing. It is then tried again.
 */
final class SharedBudget {

  private static final int MOST_TRIES = 12;
  private static final String ALONE = "going on without it";

  private SharedBudget() {}

  /** What a request of this number is. */
  interface Kind {
    Intent of(Merchant merchant, long number);
  }

  /**
   * A burst that counts.
   *
   * @param voids bursts before it during which a server counted alone
   */
  record Shared(Journal journal, int voids) {

    /** Whether the servers counted together. */
    boolean counts() {
      return voids < MOST_TRIES;
    }
  }

  /** So many requests at once, for a new merchant of tier basic. */
  static Shared burst(Stage stage, int requests, Kind kind)
      throws IOException, InterruptedException, SQLException {
    Journal journal = new Journal(0, List.of());
    for (int voids = 0; voids < MOST_TRIES; voids++) {
      Merchant merchant = stage.merchant("basic");
      List<Intent> intents =
          LongStream.range(0, requests).mapToObj(number -> kind.of(merchant, number)).toList();
      long before = alone(stage);
      journal = Burst.of(stage.targets(), Patience.NONE, intents);
      if (alone(stage) == before) {
        return new Shared(journal, voids);
      }
      Thread.sleep(1000);
    }
    return new Shared(journal, MOST_TRIES);
  }

  /* How often a server has said that it goes on alone. */
  private static long alone(Stage stage) throws IOException {
    long count = 0;
    for (ServerProcess server : stage.servers()) {
      count +=
          Files.readAllLines(server.log(), StandardCharsets.UTF_8).stream()
              .filter(line -> line.contains(ALONE))
              .count();
    }
    return count;
  }
}

package dev.steadfast.proof;

import java.io.IOException;
import java.sql.SQLException;

/** Something that a person can run to see a promise kept. */
public interface Program {

  /** Its name on the command line: {@code exactly-one-effect}. */
  String name();

  /** What it shows, in a sentence. */
  String shows();

  /**
   * Does it, and leaves the stage as it found it: both servers, PostgreSQL and Redis running.
   *
   * @param seed of everything that is random
   */
  void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException;
}

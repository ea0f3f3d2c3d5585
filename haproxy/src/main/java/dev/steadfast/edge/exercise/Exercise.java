package dev.steadfast.edge.exercise;

import dev.steadfast.edge.EdgeException;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Scale;
import java.io.IOException;
import java.sql.SQLException;

/** A failure, or a change, that is done on purpose while customers pay. */
interface Exercise {

  /** Its name on the command line: {@code F1}, {@code deploy}. */
  String id();

  /** What it does and shows, in a sentence. */
  String shows();

  /**
   * Does it, and leaves the stage as it found it.
   *
   * @param seed of everything that is random
   * @param page receives the tables, and what must be so
   */
  void run(EdgeStage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException, EdgeException;
}

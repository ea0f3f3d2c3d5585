package dev.steadfast.starter.idempotency;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** What a request does. It runs at most once, and undoes what it left outside of PostgreSQL. */
interface Effect {

  /** Does it, in the transaction of the calling thread. */
  Outcome run() throws ServletException, IOException;

  /** Forgets the answer: the transaction did not commit, or another one was first. */
  void undo();
}

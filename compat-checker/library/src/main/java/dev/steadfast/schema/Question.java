package dev.steadfast.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Is there a value in {@code in} that is in none of {@code out}? With the answer so far. */
final class Question {

  final Schema in;
  final List<Schema> out;
  final Set<Question> users = new LinkedHashSet<>(); // asked this one while it had no final answer
  Answer answer = Answer.Empty.EMPTY; // until shown otherwise: the least fixed point
  State state = State.NEW;

  enum State {
    NEW,
    RUNNING,
    ANSWERED
  }

  Question(Schema in, List<Schema> out) {
    this.in = in;
    this.out = out;
  }

  /** A value is a value, whatever is learned later. */
  boolean isFinal() {
    return answer instanceof Answer.Inhabited;
  }
}

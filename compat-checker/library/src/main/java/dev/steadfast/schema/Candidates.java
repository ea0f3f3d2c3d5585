package dev.steadfast.schema;

import dev.steadfast.domain.Tri;
import dev.steadfast.schema.Answer.Empty;
import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.spec.Node;

/** Collects values that may answer a question, until one is confirmed keyword by keyword. */
final class Candidates {

  private final Evaluator evaluator;
  private final Question question;
  private Answer answer = Empty.EMPTY;

  Candidates(Evaluator evaluator, Question question) {
    this.evaluator = evaluator;
    this.question = question;
  }

  boolean found() {
    return answer instanceof Inhabited;
  }

  Answer answer() {
    return answer;
  }

  void offer(Answer other) {
    if (other instanceof Inhabited inhabited) {
      offer(inhabited.value());
      doubt("a value was found that no keyword-by-keyword check confirms");
    } else if (other instanceof Unknown unknown) {
      doubt(unknown.reason());
    }
  }

  Tri offer(Node value) {
    Tri holds = found() ? Tri.YES : holding(value);
    if (!found() && holds == Tri.YES) {
      answer = new Inhabited(value);
    }
    return holds;
  }

  /** Without a value, nothing is known for the reason. */
  void doubt(String reason) {
    if (answer instanceof Empty) {
      answer = new Unknown(reason);
    }
  }

  boolean holds(Node value) {
    return holding(value) == Tri.YES;
  }

  /* Whether the value is what is asked for. */
  private Tri holding(Node value) {
    Tri holds = evaluator.accepts(question.in, value);
    for (Schema schema : question.out) {
      holds = holds.and(() -> evaluator.accepts(schema, value).not());
    }
    return holds;
  }
}

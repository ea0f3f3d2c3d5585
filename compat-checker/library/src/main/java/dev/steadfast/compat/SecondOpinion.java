package dev.steadfast.compat;

import dev.steadfast.confirm.IndependentValidator;
import dev.steadfast.confirm.MessageCheck;
import dev.steadfast.spec.Document;
import org.jspecify.annotations.Nullable;

/** Those who judge a document without the engine; made when first asked. */
final class SecondOpinion {

  private final Document document;
  private @Nullable IndependentValidator values;
  private @Nullable MessageCheck messages;

  SecondOpinion(Document document) {
    this.document = document;
  }

  /** Judges values by the document's schemas. */
  IndependentValidator values() {
    IndependentValidator known = values;
    if (known == null) {
      known = new IndependentValidator(document);
      values = known;
    }
    return known;
  }

  /** Judges messages by everything else. */
  MessageCheck messages() {
    MessageCheck known = messages;
    if (known == null) {
      known = new MessageCheck(document);
      messages = known;
    }
    return known;
  }
}

package dev.steadfast.compat;

import dev.steadfast.confirm.IndependentValidator;
import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Inclusion;
import dev.steadfast.schema.Schemas;
import dev.steadfast.schema.View;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether every value of one JSON Schema is a value of another, and how that is known.
 *
 * @param witness a value of the first that the second refuses; null unless refuted
 * @param confirmed whether an independent validator agrees on both halves of the witness
 * @param reason why it is unknown, or why the witness is not confirmed; else empty
 */
public record Subset(Kind kind, @Nullable Node witness, boolean confirmed, String reason) {

  /** The three honest answers. */
  public enum Kind {
    PROVEN,
    REFUTED,
    UNKNOWN;

    /** As every report writes it: {@code proven}, {@code refuted}, {@code unknown}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Decides it for the schemas that two documents are; plain JSON Schema, no direction. */
  public static Subset decide(Document narrow, Document wide) {
    Schemas schemas = new Schemas();
    Answer outside =
        Inclusion.plain(schemas)
            .outside(
                schemas.of(narrow, narrow.root(), View.PLAIN),
                schemas.of(wide, wide.root(), View.PLAIN));
    return outside.match(
        empty -> new Subset(Kind.PROVEN, null, false, ""),
        inhabited -> refuted(narrow, wide, inhabited.value()),
        unknown -> new Subset(Kind.UNKNOWN, null, false, unknown.reason()));
  }

  /* A validator that says the opposite is not overruled: somebody is wrong, so nothing is known. */
  private static Subset refuted(Document narrow, Document wide, Node value) {
    IndependentValidator.Answer first = asked(narrow, value);
    IndependentValidator.Answer second = asked(wide, value);
    if (first.accepted().equals(Optional.of(false))
        || second.accepted().equals(Optional.of(true))) {
      return new Subset(
          Kind.UNKNOWN, null, false, "the independent validator disagrees about " + value);
    }
    boolean confirmed = first.accepted().isPresent() && second.accepted().isPresent();
    String reason = first.accepted().isPresent() ? second.because() : first.because();
    return new Subset(Kind.REFUTED, value, confirmed, confirmed ? "" : reason);
  }

  private static IndependentValidator.Answer asked(Document document, Node value) {
    return new IndependentValidator(document)
        .accepts(document.root(), IndependentValidator.Role.PLAIN, value);
  }
}

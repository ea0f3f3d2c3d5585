package dev.steadfast.schema;

import dev.steadfast.schema.Answer.Empty;
import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.schema.ArrayPart.Repetition;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.List;

/** Makes a smallest array of a part, or shows that there is none. */
final class ArrayBuilder {

  /** An array of more items is not written out. */
  static final int ITEMS = 2_000;

  static final Answer TOO_MANY = new Unknown("too many kinds of items are counted");

  private final Inclusion inclusion;

  ArrayBuilder(Inclusion inclusion) {
    this.inclusion = inclusion;
  }

  Answer build(ArrayPart part, Budget budget) {
    if (part.plainlyEmpty()) {
      return Empty.EMPTY;
    }
    if (budget.spent()) {
      return Budget.exceeded();
    }
    if (part.min() > ITEMS) {
      return new Unknown("an array of " + part.min() + " items is not written out");
    }
    if (part.repetition() == Repetition.FORBIDDEN) {
      return new DistinctItems(inclusion, part, budget).answer();
    }
    return part.contains().isEmpty() && part.repetition() == Repetition.ALLOWED
        ? items(part)
        : new ArrayFilling(inclusion, part).answer();
  }

  private Answer items(ArrayPart part) {
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < part.min(); i++) {
      Answer item = inclusion.ask(part.item(i), List.of());
      if (!(item instanceof Inhabited inhabited)) {
        return item;
      }
      items.add(inhabited.value());
    }
    return new Inhabited(ArrayNode.of(items));
  }
}

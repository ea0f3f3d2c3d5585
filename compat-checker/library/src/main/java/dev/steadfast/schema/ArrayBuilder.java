package dev.steadfast.schema;

import dev.steadfast.domain.Tri;
import dev.steadfast.schema.Answer.Empty;
import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.schema.ArrayPart.Contains;
import dev.steadfast.schema.ArrayPart.Repetition;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.List;

/** Makes a smallest array of a part, or shows that there is none. */
final class ArrayBuilder {

  /* An array of more items is not written out. */
  private static final int ITEMS = 2_000;
  private static final Answer NOT_FOUND = new Unknown("no array was found that fits");

  private final Inclusion inclusion;
  private final Schemas schemas;

  ArrayBuilder(Inclusion inclusion) {
    this.inclusion = inclusion;
    this.schemas = inclusion.schemas();
  }

  Answer build(ArrayPart asked, Budget budget) {
    if (asked.plainlyEmpty()) {
      return Empty.EMPTY;
    }
    if (budget.spent()) {
      return Budget.exceeded();
    }
    ArrayPart part = asked;
    List<Contains> wanted = new ArrayList<>();
    for (Contains contains : asked.contains()) {
      if (contains.max() == 0) {
        part = withoutAny(part, contains.items());
      } else {
        wanted.add(contains);
      }
    }
    if (part.plainlyEmpty()) {
      return Empty.EMPTY;
    }
    if (part.repetition() == Repetition.REQUIRED) {
      return wanted.isEmpty() ? repeating(part) : repeatingAndContaining(part, wanted);
    }
    return wanted.isEmpty() ? items(part, part.min()) : containing(part, wanted);
  }

  /* No item in the schema: said of each item, that can be decided item by item. */
  private ArrayPart withoutAny(ArrayPart part, Schema items) {
    Schema not = schemas.not(items);
    List<Schema> prefix = new ArrayList<>();
    part.prefix().forEach(item -> prefix.add(schemas.and(item, not)));
    return new ArrayPart(
        part.min(),
        part.max(),
        prefix,
        schemas.and(part.rest(), not),
        part.repetition(),
        part.contains(),
        part.not());
  }

  private Answer items(ArrayPart part, int length) {
    if (length > ITEMS) {
      return new Unknown("an array of " + length + " items is not written out");
    }
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Answer item = next(part, part.item(i), items);
      if (!(item instanceof Inhabited inhabited)) {
        return item;
      }
      items.add(inhabited.value());
    }
    return new Inhabited(ArrayNode.of(items));
  }

  /* Where items must differ, each is asked for outside of those before it. */
  private Answer next(ArrayPart part, Schema item, List<Node> before) {
    if (part.repetition() != Repetition.FORBIDDEN || before.isEmpty()) {
      return inclusion.ask(item, List.of());
    }
    List<Schema> taken = new ArrayList<>();
    before.forEach(value -> taken.add(schemas.constant(value)));
    Answer answer = inclusion.ask(item, taken);
    boolean sameForAll = part.prefix().isEmpty();
    return answer instanceof Empty && !sameForAll ? NOT_FOUND : answer;
  }

  /* Two equal items: the first two places that can hold one value. */
  private Answer repeating(ArrayPart part) {
    int last = Math.min(part.max() - 1, part.prefix().size() + 1);
    Answer doubt = Empty.EMPTY;
    for (int j = 1; j <= last; j++) {
      for (int i = 0; i < j; i++) {
        Answer pair = inclusion.ask(schemas.and(part.item(i), part.item(j)), List.of());
        if (pair instanceof Inhabited inhabited) {
          Answer whole = items(part, Math.max(part.min(), j + 1));
          if (whole instanceof Inhabited array) {
            return new Inhabited(replaced((ArrayNode) array.value(), i, j, inhabited.value()));
          }
          doubt = whole instanceof Unknown ? whole : doubt;
        } else if (pair instanceof Unknown) {
          doubt = pair;
        }
      }
    }
    return doubt;
  }

  private static ArrayNode replaced(ArrayNode array, int i, int j, Node value) {
    List<Node> items = new ArrayList<>();
    for (int k = 0; k < array.size(); k++) {
      items.add(k == i || k == j ? value : array.get(k));
    }
    return ArrayNode.of(items);
  }

  private Answer repeatingAndContaining(ArrayPart part, List<Contains> wanted) {
    Answer whole = containing(part.repeating(Repetition.ALLOWED), wanted);
    if (whole instanceof Inhabited array && Evaluator.repeats((ArrayNode) array.value())) {
      return whole;
    }
    return whole instanceof Empty ? whole : NOT_FOUND;
  }

  /*
   * Items that count for what must be contained come first where the prefix lets them, the others
   * avoid what is limited. Emptiness is only claimed when no single item can count.
   */
  private Answer containing(ArrayPart part, List<Contains> wanted) {
    for (Contains contains : wanted) {
      if (contradicted(contains, wanted)) {
        return Empty.EMPTY;
      }
      if (contains.min() > 0) {
        Answer possible = Empty.EMPTY;
        for (int i = 0; i <= part.prefix().size() && i < part.max(); i++) {
          Answer item = inclusion.ask(schemas.and(part.item(i), contains.items()), List.of());
          possible = possible instanceof Empty ? item : possible;
        }
        if (possible instanceof Empty) {
          return possible;
        }
      }
      if (allCount(part, contains) && part.min() > contains.max()) {
        return Empty.EMPTY;
      }
    }
    List<Node> items = new ArrayList<>();
    for (Contains contains : wanted) {
      int have = count(contains, items);
      while (have < contains.min() && items.size() < ITEMS) {
        Schema item = schemas.and(part.item(items.size()), contains.items());
        Answer next = next(part, item, items);
        if (!(next instanceof Inhabited)) {
          next = next(part, avoiding(part.item(items.size()), wanted, List.of()), items);
        } else {
          have++;
        }
        if (!(next instanceof Inhabited inhabited)) {
          return NOT_FOUND;
        }
        items.add(inhabited.value());
        if (items.size() > part.max()) {
          return uniform(part, wanted) ? Empty.EMPTY : NOT_FOUND;
        }
      }
    }
    while (items.size() < part.min()) {
      Schema item = avoiding(part.item(items.size()), wanted, items);
      Answer next = next(part, item, items);
      if (!(next instanceof Inhabited inhabited)) {
        return NOT_FOUND;
      }
      items.add(inhabited.value());
    }
    return new Inhabited(ArrayNode.of(items));
  }

  /* More items of a kind are wanted than are allowed of a wider kind. */
  private boolean contradicted(Contains contains, List<Contains> wanted) {
    for (Contains other : wanted) {
      if (contains.min() > other.max()
          && inclusion.ask(contains.items(), List.of(other.items())) instanceof Empty) {
        return true;
      }
    }
    return false;
  }

  private static boolean uniform(ArrayPart part, List<Contains> wanted) {
    return part.prefix().isEmpty() && wanted.size() == 1 && wanted.get(0).min() > part.max();
  }

  private boolean allCount(ArrayPart part, Contains contains) {
    for (int i = 0; i <= part.prefix().size() && i < part.max(); i++) {
      if (!(inclusion.ask(part.item(i), List.of(contains.items())) instanceof Empty)) {
        return false;
      }
    }
    return true;
  }

  private Schema avoiding(Schema item, List<Contains> wanted, List<Node> items) {
    Schema avoiding = item;
    for (Contains contains : wanted) {
      if (contains.max() <= count(contains, items)) {
        avoiding = schemas.and(avoiding, schemas.not(contains.items()));
      }
    }
    return avoiding;
  }

  private int count(Contains contains, List<Node> items) {
    int count = 0;
    for (Node item : items) {
      count += inclusion.accepts(contains.items(), item) == Tri.YES ? 1 : 0;
    }
    return count;
  }
}

package dev.steadfast.schema;

import dev.steadfast.schema.Answer.Empty;
import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.schema.ArrayPart.Contains;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of an array part, told apart by which of its contained schemas they lie in. */
final class ItemKinds {

  private static final int COUNTED = 8;

  private final Inclusion inclusion;
  private final Schemas schemas;
  private final ArrayPart part;
  private final List<Contains> counted;
  private final Map<Schema, List<Kind>> kinds = new HashMap<>();
  private Answer doubt = Empty.EMPTY;

  /** Values for an item that lie in the same of the contained schemas. */
  record Kind(Schema values, List<Boolean> in, Node example) {}

  ItemKinds(Inclusion inclusion, ArrayPart part) {
    this.inclusion = inclusion;
    this.schemas = inclusion.schemas();
    this.part = part;
    this.counted = part.contains();
  }

  boolean tooMany() {
    return counted.size() > COUNTED;
  }

  /** Why nothing found does not mean that there is nothing; empty when it does. */
  Answer doubt() {
    return doubt;
  }

  void doubt(Answer reason) {
    doubt = reason;
  }

  List<Integer> nothingYet() {
    return Collections.nCopies(counted.size(), 0);
  }

  /**
   * As many items as a shortest array has at most: of more after the prefix, some one is needed
   * neither for a count nor as one of {@code further}.
   */
  long longest(int further) {
    long longest = (long) Math.max(part.min(), part.prefix().size()) + further;
    for (Contains contains : counted) {
      longest += contains.min();
    }
    return Math.min(longest, part.max());
  }

  /** The kinds at an index; those that count come first. */
  List<Kind> at(int index) {
    Schema item = part.item(index);
    List<Kind> known = kinds.get(item);
    if (known == null) {
      known = new ArrayList<>();
      divide(item, new ArrayList<>(), known);
      kinds.put(item, known);
    }
    return known;
  }

  private void divide(Schema values, List<Boolean> in, List<Kind> found) {
    Answer some = inclusion.ask(values, List.of());
    if (some instanceof Unknown) {
      doubt = some;
    } else if (some instanceof Inhabited inhabited) {
      if (in.size() == counted.size()) {
        found.add(new Kind(values, List.copyOf(in), inhabited.value()));
        return;
      }
      Schema contained = counted.get(in.size()).items();
      in.add(true);
      divide(schemas.and(values, contained), in, found);
      in.set(in.size() - 1, false);
      divide(schemas.and(values, schemas.not(contained)), in, found);
      in.remove(in.size() - 1);
    }
  }

  /** The counts with one more item, no higher than matters; null when one is too high. */
  @Nullable List<Integer> counts(List<Integer> before, Kind kind) {
    List<Integer> counts = new ArrayList<>(before);
    for (int i = 0; i < counted.size(); i++) {
      if (kind.in.get(i)) {
        int count = counts.get(i) + 1;
        Contains contains = counted.get(i);
        if (count > contains.max()) {
          return null;
        }
        boolean unbounded = contains.max() == Integer.MAX_VALUE;
        counts.set(i, unbounded ? Math.min(count, contains.min()) : count);
      }
    }
    return counts;
  }

  boolean areEnough(List<Integer> counts) {
    for (int i = 0; i < counted.size(); i++) {
      if (counts.get(i) < counted.get(i).min()) {
        return false;
      }
    }
    return true;
  }
}

package dev.steadfast.schema;

import dev.steadfast.schema.Answer.Empty;
import dev.steadfast.schema.Answer.Inhabited;
import dev.steadfast.schema.Answer.Unknown;
import dev.steadfast.schema.ArrayPart.Contains;
import dev.steadfast.schema.ArrayPart.Repetition;
import java.util.ArrayList;
import java.util.List;

/** Looks for an array in a part and outside of others, by pieces as {@link ObjectSearch} does. */
final class ArraySearch {

  private final Inclusion inclusion;
  private final Schemas schemas;
  private final ArrayBuilder builder;

  ArraySearch(Inclusion inclusion) {
    this.inclusion = inclusion;
    this.schemas = inclusion.schemas();
    this.builder = new ArrayBuilder(inclusion);
  }

  Answer outside(List<ArrayPart> in, List<ArrayPart> out) {
    Answer answer = Empty.EMPTY;
    Budget budget = new Budget();
    for (ArrayPart part : in) {
      Answer found = search(part, with(out, part.not()), budget);
      if (found instanceof Inhabited) {
        return found;
      }
      answer = found instanceof Unknown && answer instanceof Empty ? found : answer;
    }
    return answer;
  }

  /* What lies in an excluded schema is outside too. */
  private List<ArrayPart> with(List<ArrayPart> others, List<Schema> excluded) {
    List<ArrayPart> all = new ArrayList<>(others);
    for (Schema schema : excluded) {
      all.addAll(inclusion.shaper().shape(schema, Bound.LOWER).arrays());
    }
    return all;
  }

  private Answer search(ArrayPart part, List<ArrayPart> others, Budget budget) {
    if (budget.spent()) {
      return Budget.exceeded();
    }
    if (others.isEmpty()) {
      return builder.build(part, budget);
    }
    int longest = part.prefix().size();
    for (ArrayPart other : others) {
      longest = Math.max(longest, other.prefix().size());
    }
    List<ArrayPart> best = null;
    ArrayPart chosen = null;
    for (ArrayPart other : others) {
      List<ArrayPart> pieces = pieces(part, other, longest);
      if (pieces.isEmpty()) {
        return Empty.EMPTY;
      }
      if (best == null || pieces.size() < best.size()) {
        best = pieces;
        chosen = other;
      }
    }
    List<ArrayPart> rest = new ArrayList<>(others);
    rest.remove(chosen);
    Answer answer = Empty.EMPTY;
    for (ArrayPart piece : best == null ? List.<ArrayPart>of() : best) {
      if (piece.plainlyEmpty()) {
        continue;
      }
      List<Schema> more = new ArrayList<>(piece.not());
      more.removeAll(part.not());
      Answer found = search(piece, more.isEmpty() ? rest : with(rest, more), budget);
      if (found instanceof Inhabited) {
        return found;
      }
      answer = found instanceof Unknown && answer instanceof Empty ? found : answer;
    }
    return answer;
  }

  private List<ArrayPart> pieces(ArrayPart part, ArrayPart other, int longest) {
    List<ArrayPart> pieces = new ArrayList<>();
    if (other.min() > part.min()) {
      pieces.add(part.sized(0, other.min() - 1));
    }
    if (other.max() < part.max()) {
      pieces.add(part.sized(other.max() + 1, Integer.MAX_VALUE));
    }
    for (int i = 0; i <= longest && i < part.max(); i++) {
      Schema mine = part.item(i);
      Schema theirs = other.item(i);
      if (theirs != Schemas.ANY
          && mine != Schemas.NONE
          && !(inclusion.ask(mine, List.of(theirs)) instanceof Empty)) {
        pieces.add(part.with(schemas, i, schemas.not(theirs)));
      }
    }
    if (other.repetition() != Repetition.ALLOWED && other.repetition() != part.repetition()) {
      pieces.add(
          part.repeating(
              other.repetition() == Repetition.FORBIDDEN
                  ? Repetition.REQUIRED
                  : Repetition.FORBIDDEN));
    }
    for (Contains contains : other.contains()) {
      if (part.contains().contains(contains)) {
        continue;
      }
      if (contains.min() > 0) {
        pieces.add(part.containing(new Contains(contains.items(), 0, contains.min() - 1)));
      }
      if (contains.max() < Integer.MAX_VALUE) {
        pieces.add(
            part.containing(new Contains(contains.items(), contains.max() + 1, Integer.MAX_VALUE)));
      }
    }
    excluded(part, other, pieces);
    return pieces;
  }

  private void excluded(ArrayPart part, ArrayPart other, List<ArrayPart> pieces) {
    for (Schema excluded : other.not()) {
      boolean covered =
          part.not().stream()
              .anyMatch(
                  own -> own == excluded || inclusion.ask(excluded, List.of(own)) instanceof Empty);
      if (!covered) {
        for (ArrayPart overlap : inclusion.shaper().shape(excluded, Bound.UPPER).arrays()) {
          pieces.add(part.and(schemas, overlap));
        }
      }
    }
  }
}

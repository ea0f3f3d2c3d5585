package dev.steadfast.diff;

import dev.steadfast.diff.SchemaPair.Edge;
import dev.steadfast.diff.SchemaPair.Fact;
import dev.steadfast.domain.StringSet;
import dev.steadfast.domain.Tri;
import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Facets;
import dev.steadfast.schema.Inclusion;
import dev.steadfast.schema.Schema;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the value that a fact refuses on the way up to a whole body or parameter. Where some
 * alternative outside makes that value good, a value that the outer pair refuses is taken.
 */
final class WholeValues {

  /* A witness of more values than this convinces nobody. */
  private static final int LARGEST = 20_000;

  private final Inclusion inclusion;

  WholeValues(Inclusion inclusion) {
    this.inclusion = inclusion;
  }

  /** The value for a fact of the pair; null when none is found. */
  @Nullable Node of(Fact fact, SchemaPair inner, Outcome outcome) {
    if (!(fact.answer() instanceof Answer.Inhabited inhabited)) {
      return null;
    }
    Node value = wrapped(outcome, inner, inhabited.value());
    if (value == null && outcome == Outcome.LOST) {
      value = lost(fact, inner);
    }
    boolean refuted = outcome == Outcome.REFUTED;
    for (SchemaPair pair = inner; refuted && value == null && pair != null; pair = pair.parent) {
      if (pair.answer instanceof Answer.Inhabited outer) {
        value = wrapped(outcome, pair, outer.value());
      }
    }
    return value;
  }

  /* What was promised by one of several alternatives is shown by a value that all around allow. */
  private @Nullable Node lost(Fact fact, SchemaPair inner) {
    SchemaPair top = inner;
    Schema promised = inner.base.carrying(fact.subject());
    while (top.parent != null && top.from != null && top.from.step() == SchemaPair.Step.SAME) {
      top = top.parent;
      promised = inclusion.schemas().and(promised, top.base.whole());
    }
    return inclusion.example(promised) instanceof Answer.Inhabited all
        ? wrapped(Outcome.LOST, top, all.value())
        : null;
  }

  private @Nullable Node wrapped(Outcome outcome, SchemaPair inner, Node innerValue) {
    Node value = innerValue;
    SchemaPair pair = inner;
    while (pair.parent != null && pair.from != null) {
      Node outer = wrap(side(outcome, pair.parent), pair.parent, pair.from, value);
      if (outer == null) {
        return null;
      }
      value = outer;
      pair = pair.parent;
    }
    boolean shown =
        size(value, new IdentityHashMap<>()) <= LARGEST
            && inclusion.accepts(side(outcome, pair).whole(), value) == Tri.YES
            && (outcome != Outcome.REFUTED
                || inclusion.accepts(pair.receiver().whole(), value) == Tri.NO);
    return shown ? value : null;
  }

  /* Who allows the value that shows the fact: what is lost was sent before. */
  private static Facets side(Outcome outcome, SchemaPair pair) {
    return outcome == Outcome.LOST ? pair.base : pair.sender();
  }

  /* Values share their parts: what a few nodes hold may be endless when written out. */
  private static long size(Node value, Map<Node, Long> known) {
    Long size = known.get(value);
    if (size == null) {
      long sum = 1;
      if (value instanceof ObjectNode object) {
        for (int i = 0; i < object.size() && sum <= LARGEST; i++) {
          sum += size(object.value(i), known);
        }
      } else if (value instanceof ArrayNode array) {
        for (int i = 0; i < array.size() && sum <= LARGEST; i++) {
          sum += size(array.get(i), known);
        }
      }
      size = sum;
      known.put(value, size);
    }
    return size;
  }

  private @Nullable Node wrap(Facets side, SchemaPair outer, Edge edge, Node value) {
    return switch (edge.step()) {
      case SAME -> value;
      case PROPERTY -> member(side, edge.name(), value);
      case UNDECLARED -> member(side, freshName(outer, edge.name()), value);
      case ITEM -> item(side, edge.index(), value);
    };
  }

  /* A smallest object with this member instead of its own; else one that is made for it. */
  private @Nullable Node member(Facets side, String name, Node value) {
    Schema sender = side.whole();
    if (inclusion.example(sender) instanceof Answer.Inhabited smallest
        && smallest.value() instanceof ObjectNode object) {
      Map<String, Node> members = object.toMap();
      members.put(name, value);
      Node replaced = ObjectNode.of(members);
      if (inclusion.accepts(sender, replaced) == Tri.YES) {
        return replaced;
      }
    }
    Answer whole = inclusion.example(side.holding(name, value));
    return whole instanceof Answer.Inhabited inhabited ? inhabited.value() : null;
  }

  /* A name that no property has; of a pattern's names, one that the pattern matches. */
  private static String freshName(SchemaPair outer, String pattern) {
    List<String> samples =
        pattern.isEmpty()
            ? List.of("extra", "other", "more", "unknown")
            : StringSet.pattern(pattern).samples(8);
    for (String sample : samples) {
      if (!outer.base.members().properties().containsKey(sample)
          && !outer.revision.members().properties().containsKey(sample)) {
        return sample;
      }
    }
    return samples.isEmpty() ? "extra" : samples.get(0);
  }

  private @Nullable Node item(Facets side, int index, Node value) {
    Schema sender = side.whole();
    Node alone = ArrayNode.of(List.of(value));
    if (index == 0 && inclusion.accepts(sender, alone) == Tri.YES) {
      return alone;
    }
    Answer whole = inclusion.example(side.holding(index, value));
    return whole instanceof Answer.Inhabited inhabited ? inhabited.value() : null;
  }
}

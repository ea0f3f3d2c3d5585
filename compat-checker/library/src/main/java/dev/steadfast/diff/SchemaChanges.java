package dev.steadfast.diff;

import dev.steadfast.diff.SchemaPair.Edge;
import dev.steadfast.diff.SchemaPair.Fact;
import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Inclusion;
import dev.steadfast.schema.Schema;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the facts of all pairs into changes: one per place, whatever number of ways leads there.
 */
final class SchemaChanges {

  private static final Comparator<Placed> ORDER =
      Comparator.comparing((Placed placed) -> placed.base)
          .thenComparing(placed -> placed.change.fact())
          .thenComparing(placed -> placed.change.subject())
          .thenComparing(placed -> placed.change.movement())
          .thenComparing(placed -> placed.change.direction())
          .thenComparing(placed -> placed.revision);

  /* Of the ways to one change, so many are tried for a value that shows it. */
  private static final int WAYS = 8;

  private static final List<Outcome> WORST_FIRST =
      List.of(
          Outcome.REFUTED,
          Outcome.MISREAD,
          Outcome.LOST,
          Outcome.UNKNOWN,
          Outcome.IGNORED,
          Outcome.SAFE);

  private static final Set<Outcome> SHOWN =
      EnumSet.of(Outcome.REFUTED, Outcome.MISREAD, Outcome.LOST);

  /* These tell of more than which values there are; an open enumeration, of those that are known. */
  private static final Set<SchemaFact> BESIDE_VALUES =
      EnumSet.of(
          SchemaFact.ENUM,
          SchemaFact.FORMAT,
          SchemaFact.PROPERTY,
          SchemaFact.DISCRIMINATOR,
          SchemaFact.CONTENT,
          SchemaFact.XML,
          SchemaFact.READ_ONLY,
          SchemaFact.WRITE_ONLY,
          SchemaFact.DEFAULT,
          SchemaFact.DEPRECATED);

  private final Inclusion inclusion;
  private final WholeValues values;
  private final List<Site> sites;
  private final List<@Nullable SchemaPair> starts;
  private final Set<@Nullable SchemaPair> outermost;
  private final Map<SchemaPair, List<SchemaPair>> around = new HashMap<>();
  private final Map<SchemaPair, Boolean> same = new HashMap<>();

  SchemaChanges(Inclusion inclusion, List<Site> sites, List<@Nullable SchemaPair> starts) {
    this.inclusion = inclusion;
    this.values = new WholeValues(inclusion);
    this.sites = sites;
    this.starts = starts;
    this.outermost = new HashSet<>(starts);
  }

  /*
   * One place of the revision, and what the base says there: a document whose references were
   * written out holds many equal copies of the same old text.
   */
  private record Key(
      SchemaFact fact,
      Movement movement,
      Direction direction,
      String subject,
      @Nullable Object base,
      @Nullable Location revision) {}

  /** A fact with the pair in which it was met. */
  private record Met(Fact fact, SchemaPair pair, Outcome outcome) {}

  List<SchemaChange> collect(Collection<SchemaPair> pairs) {
    Map<Key, List<Met>> met = new LinkedHashMap<>();
    for (SchemaPair pair : pairs) {
      for (Edge edge : pair.edges) {
        around.computeIfAbsent(edge.to(), to -> new ArrayList<>()).add(pair);
      }
      for (Fact fact : pair.facts) {
        Key key =
            new Key(
                fact.fact(),
                fact.movement(),
                pair.direction,
                fact.subject(),
                fact.revision() == null ? at(fact.base()) : fact.base(),
                at(fact.revision()));
        met.computeIfAbsent(key, k -> new ArrayList<>())
            .add(new Met(fact, pair, outcome(fact, pair)));
      }
    }
    return met.values().stream()
        .map(this::change)
        .flatMap(Optional::stream)
        .map(Placed::of)
        .sorted(ORDER)
        .map(Placed::change)
        .toList();
  }

  /** A change with its places in both documents; where it has one in one of them only, that. */
  private record Placed(SchemaChange change, Location base, Location revision) {

    private static final Location NOWHERE = new Location("", "", 0, 0);

    static Placed of(SchemaChange change) {
      Location base = at(change.base());
      Location revision = at(change.revision());
      Location one = base != null ? base : revision != null ? revision : NOWHERE;
      return new Placed(change, one, revision != null ? revision : one);
    }
  }

  /* A refusal inside a pair that some other alternative makes good harms nobody. */
  private static Outcome outcome(Fact fact, SchemaPair pair) {
    return isRefusal(fact, fact.outcome()) && pair.harmed.isEmpty() ? Outcome.SAFE : fact.outcome();
  }

  /* What a text holds is no affair of the values around it. */
  private static boolean isRefusal(Fact fact, Outcome outcome) {
    return fact.fact() != SchemaFact.CONTENT
        && (outcome == Outcome.REFUTED || outcome == Outcome.UNKNOWN);
  }

  /*
   * Empty when no message is concerned: the form in XML, where nothing is XML; what one part of a
   * schema says otherwise, where the whole has the same values.
   */
  private Optional<SchemaChange> change(List<Met> all) {
    Met worst = Collections.min(all, Comparator.comparing(one -> WORST_FIRST.indexOf(one.outcome)));
    BitSet reached = new BitSet();
    boolean refusal = isRefusal(worst.fact, worst.outcome);
    boolean aboutValues =
        worst.outcome == Outcome.SAFE && !BESIDE_VALUES.contains(worst.fact.fact());
    for (Met one : all) {
      if (!aboutValues || differs(one.pair)) {
        reached.or(refusal ? one.pair.harmed : one.pair.reached);
      }
    }
    if (worst.fact.fact() == SchemaFact.XML) {
      reached.stream().filter(site -> !sites.get(site).xml()).forEach(reached::clear);
    }
    if (reached.isEmpty()) {
      return Optional.empty();
    }
    Node value = null;
    Outcome shown = worst.outcome;
    for (int i = 0; i < Math.min(all.size(), WAYS) && value == null; i++) {
      Met one = all.get(i);
      if (SHOWN.contains(shown) && one.outcome == shown) {
        worst = one;
        value = values.of(one.fact, one.pair, shown);
      }
    }
    String doubt = value == null && shown != Outcome.MISREAD ? doubt(worst) : "";
    int first = value == null ? -1 : root(worst.pair, reached);
    value = first < 0 ? null : value;
    List<Site> reaching = new ArrayList<>();
    if (first >= 0) {
      reaching.add(sites.get(first));
    }
    reached.stream().filter(site -> site != first).forEach(site -> reaching.add(sites.get(site)));
    Fact fact = worst.fact;
    return Optional.of(
        new SchemaChange(
            fact.fact(),
            fact.movement(),
            doubt.isEmpty() ? worst.outcome : Outcome.UNKNOWN,
            worst.pair.direction,
            fact.subject(),
            fact.was(),
            fact.now(),
            fact.base(),
            fact.revision(),
            reaching,
            value,
            doubt));
  }

  /* Whether there are other values now, here and in some schema right around it. */
  private boolean differs(SchemaPair pair) {
    List<SchemaPair> outer = around.getOrDefault(pair, List.of());
    return !sameValues(pair)
        && (outermost.contains(pair) || outer.stream().anyMatch(one -> !sameValues(one)));
  }

  /* The other way round first: that was often asked already. */
  private boolean sameValues(SchemaPair pair) {
    return same.computeIfAbsent(
        pair,
        key -> {
          Schema sent = key.sender().whole();
          Schema received = key.receiver().whole();
          return key.isProven()
              && inclusion.outside(received, sent) instanceof Answer.Empty
              && inclusion.sameValues(sent, received);
        });
  }

  /* Why it is not known that the fact, or a pair around it, lets a value out that is refused. */
  private static String doubt(Met met) {
    if (met.outcome != Outcome.REFUTED && met.outcome != Outcome.UNKNOWN) {
      return "";
    }
    if (met.fact.answer() instanceof Answer.Unknown unknown) {
      return unknown.reason();
    }
    for (SchemaPair pair = met.pair; pair != null; pair = pair.parent) {
      if (pair.answer instanceof Answer.Unknown unknown) {
        return unknown.reason();
      }
    }
    return "";
  }

  /* The site where the way to the pair begins; -1 when it is none of these. */
  private int root(SchemaPair pair, BitSet wanted) {
    SchemaPair top = pair;
    while (top.parent != null) {
      top = top.parent;
    }
    for (int site = wanted.nextSetBit(0); site >= 0; site = wanted.nextSetBit(site + 1)) {
      if (starts.get(site) == top) {
        return site;
      }
    }
    return -1;
  }

  private static @Nullable Location at(@Nullable Node node) {
    return node == null ? null : Location.of(node);
  }
}

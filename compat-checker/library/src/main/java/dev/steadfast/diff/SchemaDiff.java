package dev.steadfast.diff;

import dev.steadfast.diff.SchemaPair.Edge;
import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Facets;
import dev.steadfast.schema.Fingerprints;
import dev.steadfast.schema.Inclusion;
import dev.steadfast.schema.Schema;
import dev.steadfast.schema.Schemas;
import dev.steadfast.schema.View;
import dev.steadfast.schema.View.Spelling;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the schemas of two documents by meaning. Each pair of schemas is looked at once for each
 * direction, however many operations reach it.
 */
public final class SchemaDiff {

  private final Document base;
  private final Document revision;
  private final Schemas schemas = new Schemas();
  private final Inclusion inclusion = Inclusion.ofMessages(schemas, new Fingerprints());
  private final TreeMap<Site, SchemaPair.Key> roots = new TreeMap<>();
  private final Map<SchemaPair.Key, SchemaPair> pairs = new LinkedHashMap<>();
  private final Deque<SchemaPair> open = new ArrayDeque<>();

  public SchemaDiff(Document base, Document revision) {
    this.base = base;
    this.revision = revision;
  }

  /**
   * Messages at this site have the base schema before and the revision schema after, their values
   * spelled so. An absent schema allows anything.
   */
  public void compare(
      Site site, Spelling spelling, @Nullable Node baseSchema, @Nullable Node revisionSchema) {
    boolean request = site.direction() == Direction.REQUEST;
    Schema before = schemas.of(base, baseSchema, View.of(spelling, request, request));
    Schema after = schemas.of(revision, revisionSchema, View.of(spelling, request, !request));
    roots.put(site, new SchemaPair.Key(before, after, site.direction()));
  }

  /** A smallest value that the schema of the sender allows. */
  public Optional<Node> example(Document side, @Nullable Node schema, Direction direction) {
    View view = direction == Direction.REQUEST ? View.REQUEST_SENT : View.RESPONSE_SENT;
    return value(schemas.of(side, schema, view));
  }

  /** The same with a member where the smallest has none, if the schema allows one. */
  public Optional<Node> filledExample(Document side, @Nullable Node schema, Direction direction) {
    Optional<Node> smallest = example(side, schema, direction);
    View view = direction == Direction.REQUEST ? View.REQUEST_SENT : View.RESPONSE_SENT;
    Optional<Node> filled = Optional.empty();
    if (smallest.orElse(null) instanceof ArrayNode array && array.size() == 0) {
      Facets facets = inclusion.facets(schemas.of(side, schema, view));
      filled = value(facets.item(0)).flatMap(item -> value(facets.holding(0, item)));
    } else if (smallest.orElse(null) instanceof ObjectNode object && object.size() == 0) {
      Facets facets = inclusion.facets(schemas.of(side, schema, view));
      filled =
          facets.members().properties().keySet().stream()
              .map(name -> value(facets.carrying(name)))
              .flatMap(Optional::stream)
              .findFirst();
    }
    return filled.or(() -> smallest);
  }

  private Optional<Node> value(Schema schema) {
    return inclusion
        .example(schema)
        .match(
            empty -> Optional.empty(), value -> Optional.of(value.value()), u -> Optional.empty());
  }

  /** One per change, sorted by place. */
  public List<SchemaChange> changes() {
    List<Site> sites = new ArrayList<>(roots.keySet());
    List<SchemaPair> starts = new ArrayList<>();
    for (SchemaPair.Key key : roots.values()) {
      SchemaPair pair = pair(key.base(), key.revision(), key.direction());
      int site = starts.size();
      starts.add(pair);
      if (pair != null) {
        pair.reached.set(site);
        if (!pair.isProven()) {
          pair.harmed.set(site);
        }
      }
    }
    while (!open.isEmpty()) {
      SchemaPair pair = open.remove();
      new SchemaComparison(new PairFacts(inclusion, this::pair, pair)).compare();
    }
    reach();
    Set<SchemaPair> found = new LinkedHashSet<>();
    findPaths(starts, found, pair -> !pair.isProven());
    findPaths(starts, found, pair -> true);
    return new SchemaChanges(inclusion, sites, starts).collect(pairs.values());
  }

  private @Nullable SchemaPair pair(Schema before, Schema after, Direction direction) {
    if (inclusion.same(before, after)) {
      return null;
    }
    SchemaPair.Key key = new SchemaPair.Key(before, after, direction);
    SchemaPair pair = pairs.get(key);
    if (pair == null) {
      Answer answer =
          direction == Direction.REQUEST
              ? inclusion.outside(before, after)
              : inclusion.outside(after, before);
      pair = new SchemaPair(inclusion.facets(before), inclusion.facets(after), direction, answer);
      pairs.put(key, pair);
      open.add(pair);
    }
    return pair;
  }

  /* Sites flow along edges until nothing changes; harm flows through pairs that are not proven. */
  private void reach() {
    Deque<SchemaPair> work = new ArrayDeque<>(pairs.values());
    while (!work.isEmpty()) {
      SchemaPair pair = work.remove();
      for (Edge edge : pair.edges) {
        boolean more = union(edge.to().reached, pair.reached);
        if (!pair.isProven() && !edge.to().isProven()) {
          more |= union(edge.to().harmed, pair.harmed);
        }
        if (more) {
          work.add(edge.to());
        }
      }
    }
  }

  private static boolean union(BitSet into, BitSet from) {
    int before = into.cardinality();
    into.or(from);
    return into.cardinality() > before;
  }

  /* Breadth first from the sites in their order: shortest way to each pair, through these pairs. */
  private static void findPaths(
      List<@Nullable SchemaPair> starts, Set<SchemaPair> found, Predicate<SchemaPair> through) {
    Deque<SchemaPair> queue = new ArrayDeque<>(found);
    for (SchemaPair start : starts) {
      if (start != null && through.test(start) && found.add(start)) {
        queue.add(start);
      }
    }
    while (!queue.isEmpty()) {
      SchemaPair pair = queue.remove();
      for (Edge edge : pair.edges) {
        if (through.test(edge.to()) && found.add(edge.to())) {
          edge.to().parent = pair;
          edge.to().from = edge;
          queue.add(edge.to());
        }
      }
    }
  }
}

package dev.steadfast.compat;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Movement;
import dev.steadfast.diff.Outcome;
import dev.steadfast.diff.SchemaChange;
import dev.steadfast.diff.SchemaFact;
import dev.steadfast.schema.Fingerprints;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds changes that are one change, made at copies of one schema: a document whose references were
 * written out says the same in as many places as refer to it.
 *
 * <p>Changes are one when they say the same, sit at the same place inside an object schema or a
 * parameter that is written out, and those schemas or parameters say the same: all the old ones,
 * and all the new ones. What has a name of its own in the components is no copy. A change of
 * security that operations repeat is one, too.
 */
final class Copies {

  private static final int MOST_OF_ONE_HASH = 16;
  private static final List<String> NAMING =
      List.of("schemas", "parameters", "definitions", "$defs");

  private final Fingerprints texts = new Fingerprints();
  private final Map<Long, List<Node>> known = new HashMap<>();
  private final Map<Node, Node> firsts = new IdentityHashMap<>();
  private final Map<Node, Node> security = new HashMap<>();

  /** Groups of changes that are one; each starts with the change to show. */
  static Collection<List<SchemaChange>> groups(List<SchemaChange> changes) {
    Copies copies = new Copies();
    Map<Object, List<SchemaChange>> groups = new LinkedHashMap<>();
    for (SchemaChange change : changes) {
      List<SchemaChange> group =
          groups.computeIfAbsent(copies.key(change), key -> new ArrayList<>());
      boolean shown = !group.isEmpty() && group.get(0).value() == null && change.value() != null;
      group.add(shown ? 0 : group.size(), change);
    }
    return groups.values();
  }

  /** The same of what rules saw; each group starts with the one to show. */
  static Collection<List<Sighting>> groupsOf(Collection<Sighting> sightings) {
    Copies copies = new Copies();
    Map<Object, List<Sighting>> groups = new LinkedHashMap<>();
    for (Sighting sighting : sightings) {
      groups.computeIfAbsent(copies.key(sighting), key -> new ArrayList<>()).add(sighting);
    }
    return groups.values();
  }

  /** What sightings that are one have in common. */
  private record Seen(
      String rule,
      Direction direction,
      String message,
      @Nullable Inside base,
      @Nullable Inside revision) {}

  private Object key(Sighting sighting) {
    Hit hit = sighting.hit();
    Inside before = element(hit.base());
    Inside after = element(hit.revision());
    if ((before == null) != (hit.base() == null)
        || (after == null) != (hit.revision() == null)
        || (before == null && after == null)) {
      return sighting;
    }
    Direction direction = sighting.places().get(0).direction();
    return new Seen(sighting.rule().id(), direction, hit.message(), before, after);
  }

  /* A parameter, or a list of security requirements, which may stand at the root for all. */
  private @Nullable Inside element(@Nullable Node node) {
    if (node instanceof ObjectNode object && isParameter(object)) {
      return inside(node, false);
    }
    if (node instanceof ArrayNode && step(node).equals("security")) {
      return new Inside(security.computeIfAbsent(node, one -> one), "");
    }
    return node != null && node.parent() == null ? new Inside(node, "") : null;
  }

  /** What changes that are one have in common. */
  private record Key(
      SchemaFact fact,
      Movement movement,
      Outcome outcome,
      Direction direction,
      String message,
      String was,
      String now,
      String reason,
      @Nullable Inside base,
      @Nullable Inside revision) {}

  /** A place inside a schema, which stands for all that say the same. */
  private record Inside(Node schema, String way) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Inside that && schema == that.schema && way.equals(that.way);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(schema) * 31 + way.hashCode();
    }
  }

  private Object key(SchemaChange change) {
    boolean member = change.fact() == SchemaFact.PROPERTY;
    boolean gone = change.movement() == Movement.TIGHTENED;
    Node base = member && !gone ? null : change.base();
    Node revision = member && gone ? null : change.revision();
    Inside before = inside(base, member);
    Inside after = inside(revision, member);
    if ((before == null) != (base == null)
        || (after == null) != (revision == null)
        || (before == null && after == null)) {
      return change;
    }
    return new Key(
        change.fact(),
        change.movement(),
        change.outcome(),
        change.direction(),
        SchemaWords.message(change),
        change.was(),
        change.now(),
        change.reason(),
        before,
        after);
  }

  /* The nearest object schema around the place; around the whole property for a member. */
  private @Nullable Inside inside(@Nullable Node place, boolean member) {
    StringBuilder way = new StringBuilder();
    Node at = place;
    while (at != null) {
      if (isWhole(at) && !(member && at == place)) {
        return new Inside(isNamed(at) ? at : first(at), way.toString());
      }
      way.append('/').append(step(at));
      at = at.parent();
    }
    return null;
  }

  private static boolean isWhole(Node node) {
    return node instanceof ObjectNode object
        && (object.get("properties") instanceof ObjectNode || isParameter(object));
  }

  private static boolean isParameter(ObjectNode object) {
    return object.get("in") instanceof StringNode && object.get("name") instanceof StringNode;
  }

  private static String step(Node member) {
    if (member.parent() instanceof ObjectNode owner) {
      for (int i = 0; i < owner.size(); i++) {
        if (owner.value(i) == member) {
          return owner.key(i);
        }
      }
    }
    return "";
  }

  private static boolean isNamed(Node schema) {
    String[] steps = schema.pointer().split("/", -1);
    return steps.length <= 2 || (steps.length <= 4 && NAMING.contains(steps[steps.length - 2]));
  }

  /* Parameters are small: two that are described otherwise may well be two. */
  private boolean isCopy(Node one, Node other) {
    boolean parameters = other instanceof ObjectNode object && isParameter(object);
    return texts.same(one, other) && (!parameters || one.equals(other));
  }

  /* The first schema met that says the same. */
  private Node first(Node schema) {
    Node first = firsts.get(schema);
    if (first == null) {
      List<Node> alike = known.computeIfAbsent(texts.hash(schema), key -> new ArrayList<>());
      first = alike.stream().filter(one -> isCopy(one, schema)).findFirst().orElse(schema);
      if (first == schema && alike.size() < MOST_OF_ONE_HASH) {
        alike.add(schema);
      }
      firsts.put(schema, first);
    }
    return first;
  }
}

package dev.steadfast.schema;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds, for a schema whose text alone says what it means, the first that was met with the same
 * text. Real documents repeat small schemas thousands of times: what is learned of one holds for
 * all of them.
 */
final class Meanings {

  private static final Set<String> TRAVELS = Set.of("readOnly", "writeOnly");

  private final Wording wording =
      new Wording(
          keyword ->
              !Keywords.isAnnotation(keyword)
                  || keyword.equals("nullable")
                  || TRAVELS.contains(keyword));
  private final IdentityHashMap<Node, Reach> reaches = new IdentityHashMap<>();
  private final Map<Key, List<Schema.Located>> firsts = new HashMap<>();

  /** What else than its text may change what a schema means; later ones are worse. */
  private enum Reach {
    NOTHING,
    DIRECTION,
    DOCUMENT;

    Reach and(Reach other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  private record Key(long wording, Dialect dialect, View view) {}

  Schema.Located first(Schema.Located schema) {
    Reach reach = reach(schema.node);
    if (reach == Reach.DOCUMENT) {
      return schema;
    }
    View view = reach == Reach.NOTHING ? schema.view.anyDirection() : schema.view;
    Key key = new Key(wording.hash(schema.node), schema.dialect, view);
    List<Schema.Located> known = firsts.computeIfAbsent(key, k -> new ArrayList<>(1));
    for (Schema.Located other : known) {
      if (wording.equal(other.node, schema.node, List.of())) {
        return other;
      }
    }
    known.add(schema);
    return schema;
  }

  /* Values of enum and examples are looked into as well: at worst they keep a schema apart. */
  private Reach reach(Node node) {
    Reach reach = Reach.NOTHING;
    if (node instanceof ArrayNode array) {
      for (Node item : array) {
        reach = reach.and(reach(item));
      }
    } else if (node instanceof ObjectNode object) {
      Reach known = reaches.get(object);
      if (known != null) {
        return known;
      }
      if (object.target() != null) {
        reach = Reach.DOCUMENT;
      }
      for (int i = 0; i < object.size() && reach != Reach.DOCUMENT; i++) {
        String key = object.key(i);
        reach = reach.and(key(key)).and(reach(object.value(i)));
      }
      reaches.put(object, reach);
    }
    return reach;
  }

  private static Reach key(String key) {
    if (TRAVELS.contains(key)) {
      return Reach.DIRECTION;
    }
    return key.equals("discriminator") || (key.startsWith("$") && !key.equals("$comment"))
        ? Reach.DOCUMENT
        : Reach.NOTHING;
  }
}

package dev.steadfast.spec;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that schemas give themselves: {@code $id}, {@code $anchor}, {@code $dynamicAnchor}
 * (JSON Schema 2020-12 Core §8.2), {@code id} of older drafts, and {@code $self} of OpenAPI 3.2.
 */
final class Identifiers {

  private static final Set<String> DATA =
      Set.of("enum", "const", "default", "example", "examples", "value");

  private final Map<String, Node> resources = new HashMap<>();
  private final IdentityHashMap<Node, Map<String, Node>> anchors = new IdentityHashMap<>();
  private final IdentityHashMap<Node, URI> bases = new IdentityHashMap<>();
  private final Map<String, Integer> dynamic = new HashMap<>(); // "" for $recursiveAnchor
  private final Dialects dialects;

  Identifiers(Dialects dialects) {
    this.dialects = dialects;
  }

  boolean isEmpty() {
    return bases.isEmpty();
  }

  /** Learns the names in a tree. */
  void add(Tree tree) {
    URI base = uri("doc:///" + tree.name().replaceAll("[^A-Za-z0-9./_-]", "_"));
    bases.put(tree.root(), base);
    scan(tree.root(), tree.root(), base);
  }

  private void scan(Node node, Node resource, URI base) {
    if (node instanceof ArrayNode array) {
      for (Node item : array) {
        scan(item, resource, base);
      }
    } else if (node instanceof ObjectNode object) {
      Node inner = resource;
      URI innerBase = base;
      String id = isHidden(object) ? "" : id(object);
      if (id.startsWith("#")) {
        anchor(resource, id.substring(1), object);
      } else if (!id.isEmpty()) {
        inner = object;
        innerBase = resolve(base, id);
        bases.put(object, innerBase);
        resources.putIfAbsent(innerBase.toString(), object);
      }
      if (object.get("$anchor") instanceof StringNode name) {
        anchor(inner, name.value(), object);
      }
      if (object.get("$dynamicAnchor") instanceof StringNode name) {
        anchor(inner, name.value(), object);
        dynamic.merge(name.value(), 1, Integer::sum);
      }
      if (object.get("$recursiveAnchor") instanceof BooleanNode flag && flag.value()) {
        dynamic.merge("", 1, Integer::sum);
      }
      for (int i = 0; i < object.size(); i++) {
        String key = object.key(i);
        if (!DATA.contains(key) && !key.startsWith("x-")) {
          scan(object.value(i), inner, innerBase);
        }
      }
    }
  }

  private void anchor(Node resource, String name, Node at) {
    anchors.computeIfAbsent(resource, any -> new HashMap<>()).putIfAbsent(name, at);
  }

  /* A name beside a reference that hides its siblings is none. */
  private boolean isHidden(ObjectNode object) {
    return object.get("$ref") instanceof StringNode
        && References.hidesSiblings(dialects.of(object));
  }

  private String id(ObjectNode object) {
    for (String key : new String[] {"$id", "$self", "id"}) {
      if (object.get(key) instanceof StringNode id) {
        boolean schema =
            !key.equals("id")
                || looksLikeUri(id.value())
                || dialects.of(object) == Dialect.DRAFT_04;
        if (schema) {
          return id.value().endsWith("#")
              ? id.value().substring(0, id.value().length() - 1)
              : id.value();
        }
      }
    }
    return "";
  }

  /* Draft-04's id; a plain word is more likely an example's or an extension's member. */
  private static boolean looksLikeUri(String id) {
    return id.startsWith("#") || id.contains("://") || id.startsWith("urn:");
  }

  /** The object whose {@code $id} holds for this node, or the root of its file. */
  Node resource(Node node) {
    Node at = node;
    for (Node up = at.parent(); !bases.containsKey(at) && up != null; up = at.parent()) {
      at = up;
    }
    return at;
  }

  /** The resource of this name, seen from another resource; null when no file has it. */
  @Nullable Node find(Node from, String reference) {
    URI base = bases.get(from);
    return base == null ? null : resources.get(resolve(base, reference).toString());
  }

  @Nullable Node anchored(Node resource, String name) {
    return anchors.getOrDefault(resource, Map.of()).get(name);
  }

  /** Whether several schemas share a dynamic anchor, so that the way there decides; "" for any. */
  boolean ambiguous(String anchor) {
    return dynamic.getOrDefault(anchor, 0) > 1;
  }

  private static URI resolve(URI base, String reference) {
    try {
      return base.resolve(new URI(reference));
    } catch (URISyntaxException e) {
      return base;
    }
  }

  private static URI uri(String text) {
    return URI.create(text);
  }
}

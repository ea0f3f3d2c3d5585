package dev.steadfast.spec;

import dev.steadfast.spec.Trees.RefusedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves the references of a document and has what they lead to checked. */
final class References {

  private static final int MOST_HOPS = 100;
  private static final Field SCHEMA = Field.one(Kind.SCHEMA);

  private final Resolver resolver;
  private final Limits limits;
  private final Problems problems;
  private final Dialects dialects;
  private final @Nullable Swagger swagger;
  private final Deque<Reference> waiting = new ArrayDeque<>();
  private final Deque<StringNode> mentioned = new ArrayDeque<>();
  private final List<Reference> replaced = new ArrayList<>();
  private final List<ObjectNode> chained = new ArrayList<>();

  References(
      Resolver resolver,
      Dialects dialects,
      @Nullable Swagger swagger,
      Limits limits,
      Problems problems) {
    this.limits = limits;
    this.resolver = resolver;
    this.swagger = swagger;
    this.dialects = dialects;
    this.problems = problems;
  }

  /** A reference to resolve later. */
  void add(Reference reference) {
    if (reference.hops() > MOST_HOPS) {
      problems.problem(reference.text(), "reference loop");
    } else {
      waiting.add(reference);
    }
  }

  /** A schema that a discriminator names, by a reference or by its name in the components. */
  void mention(StringNode name) {
    mentioned.add(name);
  }

  /** Resolves all references of a document, and those that their targets make. */
  void resolve(Node root, Structure structure) {
    follow(structure);
    for (StringNode name = mentioned.poll(); name != null; name = mentioned.poll()) {
      if (component(root, name.value()) == null) {
        mention(name, structure);
        follow(structure);
      }
    }
    followChains();
    new Unfolding(limits).check(replaced, problems);
  }

  /** The schema of this name in the components; null when there is none. */
  static @Nullable Node component(Node root, String name) {
    return root instanceof ObjectNode object
            && object.get("components") instanceof ObjectNode components
            && components.get("schemas") instanceof ObjectNode schemas
        ? schemas.get(name)
        : null;
  }

  private void mention(StringNode name, Structure structure) {
    try {
      Node target = resolver.resolve(name, name.value());
      if (target != null) {
        structure.check(
            new Reference(ObjectNode.of(Map.of()), name, "mapping", SCHEMA, null, 0), target);
      }
    } catch (RefusedException e) {
      problems.note(name, String.valueOf(e.getMessage()));
    }
  }

  private void follow(Structure structure) {
    for (Reference next = waiting.poll(); next != null; next = waiting.poll()) {
      Node target = target(next);
      if (target != null) {
        if (next.slot() == null) {
          next.at().target(target);
          if (resolver.dependsOnPath(next.at())) {
            problems.note(
                next.text(),
                "several schemas share this dynamic anchor: where it leads depends on the way there,"
                    + " which is not followed");
          }
          if (target instanceof ObjectNode object && object.has("$ref")) {
            chained.add(next.at());
          }
        } else {
          next.slot().put(target);
          replaced.add(next);
        }
        structure.check(next, target);
      }
    }
  }

  private @Nullable Node target(Reference reference) {
    try {
      Node target = resolver.resolve(reference.at(), reference.text().value());
      return swagger == null || target == null
          ? target
          : swagger.adapt(target, reference.wanted().kind());
    } catch (RefusedException e) {
      problems.problem(reference.text(), String.valueOf(e.getMessage()));
      return null;
    }
  }

  /* Each object is passed once, so that long chains cost no more than their length. */
  private void followChains() {
    Set<ObjectNode> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ObjectNode start : chained) {
      List<ObjectNode> path = new ArrayList<>();
      Set<ObjectNode> onPath = Collections.newSetFromMap(new IdentityHashMap<>());
      ObjectNode at = start;
      while (at != null && !done.contains(at) && onPath.add(at)) {
        path.add(at);
        at = at.target() instanceof ObjectNode next && next.target() != null ? next : null;
      }
      if (at != null && onPath.contains(at)) {
        reportLoop(path, at);
      }
      for (int i = path.size() - 1; i >= 0; i--) {
        ObjectNode reference = path.get(i);
        if (reference.target() instanceof ObjectNode next
            && next.target() != null
            && saysNothingElse(next)) {
          reference.target(next.target());
        }
      }
      done.addAll(path);
    }
  }

  @SuppressWarnings("ReferenceEquality") // equal references stand at different places
  private void reportLoop(List<ObjectNode> path, ObjectNode first) {
    int from = 0;
    while (path.get(from) != first) {
      from++;
    }
    for (ObjectNode member : path.subList(from, path.size())) {
      Node ref = member.get("$ref");
      if (ref != null) {
        problems.problem(ref, "reference loop: " + ref + " leads back here and to nothing else");
      }
    }
  }

  private boolean saysNothingElse(ObjectNode reference) {
    return reference.has("$ref")
        && (reference.size() == 1
            || (reference.kind() != Kind.SCHEMA || hidesSiblings(dialects.of(reference))));
  }

  /** Whether a {@code $ref} hides the keywords beside it. */
  static boolean hidesSiblings(Dialect dialect) {
    return switch (dialect) {
      case OPENAPI_3_0, DRAFT_04, DRAFT_06, DRAFT_07 -> true;
      case DRAFT_2019_09, DRAFT_2020_12 -> false;
    };
  }
}

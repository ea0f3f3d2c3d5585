package dev.steadfast.proof.contract;

import dev.steadfast.domain.StringSet;
import dev.steadfast.domain.Tri;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Strings inside and just outside of what a schema allows. */
final class Texts {

  private static final int SAMPLES = 24;
  private static final int STEPS = 12;
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "0",
          "9",
          "_",
          "-",
          ".",
          ":",
          "/",
          " ",
          "A",
          "é",
          "ß",
          "中",
          "\u0001",
          "\u0000",
          "\u007f",
          "\u202e",
          "\ud83d\ude00",
          "'",
          "\"",
          "\\",
          "%00",
          "<",
          "\n",
          "\r\n",
          "\t",
          ";--",
          "${x}",
          "\ufeff");

  private record Sets(List<String> inside, List<String> outside, StringSet all) {}

  private final Random random;
  private final Map<Node, Sets> known = new IdentityHashMap<>();

  Texts(Random random) {
    this.random = random;
  }

  /** A member. */
  String inside(ObjectNode schema) {
    Sets sets = sets(schema);
    return walk(any(sets.inside()), sets.all(), Tri.YES);
  }

  /** Not a member, often by one character. */
  String outside(ObjectNode schema) {
    Sets sets = sets(schema);
    if (sets.outside().isEmpty()) {
      return any(sets.inside());
    }
    if (random.nextBoolean()) {
      return any(sets.outside());
    }
    String near = walk(any(sets.inside()), sets.all(), Tri.YES);
    for (int i = 0; i < STEPS; i++) {
      String changed = changed(near);
      if (sets.all().contains(changed) == Tri.NO) {
        return changed;
      }
    }
    return any(sets.outside());
  }

  private Sets sets(ObjectNode schema) {
    return known.computeIfAbsent(
        schema,
        node -> {
          StringSet all = set(schema);
          return new Sets(all.samples(SAMPLES), all.not().samples(SAMPLES), all);
        });
  }

  private static StringSet set(ObjectNode schema) {
    int least = Nodes.number(schema, "minLength").map(Number::intValue).orElse(0);
    Integer most = Nodes.number(schema, "maxLength").map(Number::intValue).orElse(null);
    StringSet all = StringSet.length(least, most);
    if (schema.has("pattern")) {
      all = all.and(StringSet.pattern(Nodes.text(schema, "pattern")));
    }
    return schema.has("format") ? all.and(StringSet.format(Nodes.text(schema, "format"))) : all;
  }

  /* Small changes that stay where they must. */
  private String walk(String start, StringSet all, Tri wanted) {
    String text = start;
    for (int i = random.nextInt(STEPS); i > 0; i--) {
      String changed = changed(text);
      text = all.contains(changed) == wanted ? changed : text;
    }
    return text;
  }

  private String changed(String text) {
    List<Integer> characters = new ArrayList<>(text.codePoints().boxed().toList());
    int place = random.nextInt(characters.size() + 1);
    int piece = any(PIECES).codePointAt(0);
    switch (random.nextInt(3)) {
      case 0 -> characters.add(place, piece);
      case 1 -> characters.subList(place, Math.min(place + 1, characters.size())).clear();
      default -> {
        if (place < characters.size()) {
          characters.set(place, piece);
        }
      }
    }
    StringBuilder out = new StringBuilder();
    characters.forEach(out::appendCodePoint);
    return out.toString();
  }

  private String any(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}

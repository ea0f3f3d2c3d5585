package dev.steadfast.schema;

import dev.steadfast.domain.Emptiness;
import dev.steadfast.domain.StringSet;
import dev.steadfast.schema.ObjectPart.Layer;
import dev.steadfast.schema.ObjectPart.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Undeclared names that match the same patterns, so that every part says the same of each.
 *
 * @param inside the patterns that all of them match
 */
record Region(StringSet names, Set<StringSet> inside) {

  private static final int LIMIT = 64;

  /** All names but {@code declared}, divided by the patterns of the parts; empty when too many. */
  static List<Region> of(List<ObjectPart> parts, Set<String> declared) {
    Set<StringSet> patterns = new LinkedHashSet<>();
    for (ObjectPart part : parts) {
      part.layers().forEach(layer -> layer.patterns().forEach(p -> patterns.add(p.names())));
      part.exists().forEach(exists -> patterns.add(exists.names()));
    }
    List<Region> regions = List.of(new Region(StringSet.of(declared).not(), Set.of()));
    for (StringSet pattern : patterns) {
      List<Region> finer = new ArrayList<>();
      for (Region region : regions) {
        StringSet in = region.names.and(pattern);
        if (in.emptiness() != Emptiness.EMPTY) {
          Set<StringSet> more = new LinkedHashSet<>(region.inside);
          more.add(pattern);
          finer.add(new Region(in, more));
        }
        StringSet out = region.names.and(pattern.not());
        if (out.emptiness() != Emptiness.EMPTY) {
          finer.add(new Region(out, region.inside));
        }
      }
      regions = finer;
      if (regions.size() > LIMIT) {
        return List.of();
      }
    }
    return regions;
  }

  /** What the part says of a value with such a name. */
  Schema value(Schemas schemas, ObjectPart part) {
    Schema value = Schemas.ANY;
    for (Layer layer : part.layers()) {
      boolean matched = false;
      for (Pattern pattern : layer.patterns()) {
        if (inside.contains(pattern.names())) {
          matched = true;
          value = schemas.and(value, pattern.value());
        }
      }
      if (!matched) {
        value = schemas.and(value, layer.rest());
      }
    }
    return value;
  }
}

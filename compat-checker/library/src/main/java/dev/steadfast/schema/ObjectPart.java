package dev.steadfast.schema;

import dev.steadfast.domain.StringSet;
import dev.steadfast.domain.Tri;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of objects: those that satisfy every layer, have the required names, between min and max
 * members, for each of {@code exists} some member like it, and lie in none of {@code not}.
 */
final class ObjectPart {

  private final List<Layer> layers; // each what one Schema Object says of the members
  private final Set<String> required; // sorted
  private final Set<String> hidden; // do not travel in this direction: never required
  private final int min;
  private final int max; // Integer.MAX_VALUE for no bound
  private final List<Exists> exists;
  private final List<Schema> not;
  private @Nullable Map<String, Set<Node>> tags;

  private ObjectPart(
      List<Layer> layers,
      Set<String> required,
      Set<String> hidden,
      int min,
      int max,
      List<Exists> exists,
      List<Schema> not) {
    this.layers = layers;
    this.required = required;
    this.hidden = hidden;
    this.min = min;
    this.max = max;
    this.exists = exists;
    this.not = not;
  }

  static final ObjectPart ALL =
      new ObjectPart(List.of(), Set.of(), Set.of(), 0, Integer.MAX_VALUE, List.of(), List.of());

  /**
   * What {@code properties}, {@code patternProperties} and {@code additionalProperties} beside each
   * other say (JSON Schema 2020-12 Core §10.3.2).
   */
  record Layer(Map<String, Schema> properties, List<Pattern> patterns, Schema rest) {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** Names and what their values must be. */
  record Pattern(StringSet names, Schema value) {}

  /** At least one member has such a name and such a value. */
  record Exists(StringSet names, Schema value) {}

  /** Exactly these members. */
  static ObjectPart of(Map<String, Schema> members) {
    return new ObjectPart(
        List.of(new Layer(members, List.of(), Schemas.NONE)),
        new TreeSet<>(members.keySet()),
        Set.of(),
        members.size(),
        members.size(),
        List.of(),
        List.of());
  }

  List<Layer> layers() {
    return layers;
  }

  Set<String> required() {
    return required;
  }

  int min() {
    return min;
  }

  int max() {
    return max;
  }

  List<Exists> exists() {
    return exists;
  }

  List<Schema> not() {
    return not;
  }

  /** Required properties with a few fixed values, by name. */
  Map<String, Set<Node>> tags() {
    if (tags == null) {
      tags = Tags.of(this);
    }
    return tags;
  }

  /** Whether tags show that no object is in both parts. */
  boolean isApartFrom(ObjectPart other) {
    return Tags.disjoint(tags(), other.tags());
  }

  /** Whether no object can be in this part, seen without looking into any schema. */
  boolean plainlyEmpty() {
    if (min > max || required.size() > max || tags().containsValue(Set.of())) {
      return true;
    }
    for (String name : required) {
      for (Layer layer : layers) {
        if (layer.properties.get(name) == Schemas.NONE
            || (layer.rest == Schemas.NONE
                && layer.patterns.isEmpty()
                && !layer.properties.containsKey(name))) {
          return true;
        }
      }
    }
    return false;
  }

  /** What the value of a member with this name must be. */
  Schema value(Schemas schemas, String name) {
    Schema value = Schemas.ANY;
    for (Layer layer : layers) {
      Schema declared = layer.properties.get(name);
      boolean matched = declared != null;
      if (declared != null) {
        value = schemas.and(value, declared);
      }
      for (Pattern pattern : layer.patterns) {
        if (pattern.names.contains(name) == Tri.YES) {
          matched = true;
          value = schemas.and(value, pattern.value);
        }
      }
      if (!matched) {
        value = schemas.and(value, layer.rest);
      }
    }
    return value;
  }

  /** Whether nothing is said of this name: it falls to open rests only. */
  boolean leavesOpen(String name) {
    if (required.contains(name)) {
      return false;
    }
    for (Layer layer : layers) {
      if (layer.rest != Schemas.ANY || layer.properties.containsKey(name)) {
        return false;
      }
      for (Pattern pattern : layer.patterns) {
        if (pattern.names.contains(name) != Tri.NO) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether nothing is said of any name that is not named. */
  boolean leavesUndeclaredFree() {
    for (Layer layer : layers) {
      if (layer.rest != Schemas.ANY || !layer.patterns.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Every name that is named, sorted. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(required);
    for (Layer layer : layers) {
      names.addAll(layer.properties.keySet());
    }
    return names;
  }

  ObjectPart and(ObjectPart other) {
    if (this == ALL || this == other) {
      return other;
    }
    if (other == ALL) {
      return this;
    }
    Set<String> bothRequired = new TreeSet<>(required);
    bothRequired.addAll(other.required);
    Set<String> bothHidden = new TreeSet<>(hidden);
    bothHidden.addAll(other.hidden);
    bothRequired.removeAll(bothHidden);
    return new ObjectPart(
        joined(layers, other.layers),
        bothRequired,
        bothHidden,
        /* min= */ Math.max(min, other.min),
        /* max= */ Math.min(max, other.max),
        joined(exists, other.exists),
        joined(not, other.not));
  }

  ObjectPart with(Layer layer) {
    return new ObjectPart(joined(layers, List.of(layer)), required, hidden, min, max, exists, not);
  }

  /** The members named so have such values, where present. */
  ObjectPart with(String name, Schema value) {
    return with(new Layer(Map.of(name, value), List.of(), Schemas.ANY));
  }

  ObjectPart requiring(String name) {
    Set<String> more = new TreeSet<>(required);
    more.add(name);
    more.removeAll(hidden);
    return new ObjectPart(layers, more, hidden, min, max, exists, not);
  }

  ObjectPart hiding(Set<String> names) {
    Set<String> left = new TreeSet<>(required);
    left.removeAll(names);
    return new ObjectPart(layers, left, names, min, max, exists, not);
  }

  ObjectPart sized(int newMin, int newMax) {
    return new ObjectPart(
        layers,
        required,
        hidden,
        /* min= */ Math.max(min, newMin),
        /* max= */ Math.min(max, newMax),
        exists,
        not);
  }

  ObjectPart having(Exists one) {
    return new ObjectPart(layers, required, hidden, min, max, joined(exists, List.of(one)), not);
  }

  ObjectPart without(List<Schema> excluded) {
    return new ObjectPart(layers, required, hidden, min, max, exists, joined(not, excluded));
  }

  /* Schemas are compared by identity, and so are layers: a deep look costs more than it saves. */
  private static <T> List<T> joined(List<T> one, List<T> other) {
    if (other.isEmpty()) {
      return one;
    }
    if (one.isEmpty()) {
      return other;
    }
    List<T> all = new ArrayList<>(one);
    for (T each : other) {
      if (!all.contains(each)) {
        all.add(each);
      }
    }
    return all.size() == one.size() ? one : all;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectPart that
        && min == that.min
        && max == that.max
        && required.equals(that.required)
        && hidden.equals(that.hidden)
        && layers.equals(that.layers)
        && exists.equals(that.exists)
        && not.equals(that.not);
  }

  @Override
  public int hashCode() {
    return Objects.hash(layers, required, hidden, min, max, exists, not);
  }
}

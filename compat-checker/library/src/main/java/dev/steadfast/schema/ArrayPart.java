package dev.steadfast.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A set of arrays.
 *
 * @param prefix what the first items must be, one by one
 * @param rest what the items after them must be
 * @param max {@link Integer#MAX_VALUE} for no bound
 * @param not schemas in none of which the array may lie
 */
record ArrayPart(
    int min,
    int max,
    List<Schema> prefix,
    Schema rest,
    Repetition repetition,
    List<Contains> contains,
    List<Schema> not) {

  static final ArrayPart ALL =
      new ArrayPart(
          0, Integer.MAX_VALUE, List.of(), Schemas.ANY, Repetition.ALLOWED, List.of(), List.of());

  /** Whether two items may be equal. */
  enum Repetition {
    ALLOWED,
    FORBIDDEN,
    REQUIRED,
    /** Forbidden and required: no such array. */
    CONTRADICTORY;

    Repetition and(Repetition other) {
      if (this == ALLOWED || this == other) {
        return other;
      }
      return other == ALLOWED ? this : CONTRADICTORY;
    }
  }

  /** Between min and max items lie in {@code items}. */
  record Contains(Schema items, int min, int max) {}

  boolean plainlyEmpty() {
    if (min > max || repetition == Repetition.CONTRADICTORY) {
      return true;
    }
    for (int i = 0; i < min && i <= prefix.size(); i++) {
      if (item(i) == Schemas.NONE) {
        return true;
      }
    }
    return contains.stream().anyMatch(c -> c.min() > Math.min(max, c.max()));
  }

  Schema item(int index) {
    return index < prefix.size() ? prefix.get(index) : rest;
  }

  ArrayPart and(Schemas schemas, ArrayPart other) {
    if (this == ALL || this == other) {
      return other;
    }
    if (other == ALL) {
      return this;
    }
    List<Schema> both = new ArrayList<>();
    for (int i = 0; i < Math.max(prefix.size(), other.prefix.size()); i++) {
      both.add(schemas.and(item(i), other.item(i)));
    }
    return new ArrayPart(
        Math.max(min, other.min),
        Math.min(max, other.max),
        both,
        schemas.and(rest, other.rest),
        repetition.and(other.repetition),
        joined(contains, other.contains),
        joined(not, other.not));
  }

  ArrayPart sized(int newMin, int newMax) {
    return new ArrayPart(
        /* min= */ Math.max(min, newMin),
        /* max= */ Math.min(max, newMax),
        prefix,
        rest,
        repetition,
        contains,
        not);
  }

  /** The item at this index exists and is also in {@code value}. */
  ArrayPart with(Schemas schemas, int index, Schema value) {
    List<Schema> longer = new ArrayList<>(prefix);
    while (longer.size() <= index) {
      longer.add(rest);
    }
    longer.set(index, schemas.and(longer.get(index), value));
    return new ArrayPart(Math.max(min, index + 1), max, longer, rest, repetition, contains, not);
  }

  ArrayPart repeating(Repetition more) {
    return new ArrayPart(min, max, prefix, rest, repetition.and(more), contains, not);
  }

  ArrayPart containing(Contains more) {
    return new ArrayPart(min, max, prefix, rest, repetition, joined(contains, List.of(more)), not);
  }

  ArrayPart without(List<Schema> excluded) {
    return new ArrayPart(min, max, prefix, rest, repetition, contains, joined(not, excluded));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    Set<T> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all.size() == one.size() ? one : List.copyOf(all);
  }
}

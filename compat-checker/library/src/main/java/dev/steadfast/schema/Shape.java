package dev.steadfast.schema;

import dev.steadfast.domain.NumberSet;
import dev.steadfast.domain.StringSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A set of values, written type by type: null, the two booleans, a set of numbers, a set of
 * strings, and unions of array and object parts.
 *
 * @param exact whether this is the set itself, not only a bound of it
 */
record Shape(
    boolean nul,
    boolean yes,
    boolean no,
    NumberSet numbers,
    StringSet strings,
    List<ArrayPart> arrays,
    List<ObjectPart> objects,
    boolean exact) {

  /** More alternatives than this are not multiplied out. */
  static final int ALTERNATIVES = 256;

  /* As a number is written in a URL; its length is bounded. */
  private static final Pattern NUMBER =
      Pattern.compile("0|-?(?:[1-9][0-9]{0,17}|(?:0|[1-9][0-9]{0,17})\\.[0-9]{0,17}[1-9])");

  static final Shape ALL =
      new Shape(
          true,
          true,
          true,
          NumberSet.all(),
          StringSet.all(),
          List.of(ArrayPart.ALL),
          List.of(ObjectPart.ALL),
          true);

  static final Shape NONE =
      new Shape(
          false, false, false, NumberSet.none(), StringSet.none(), List.of(), List.of(), true);

  /** Only objects. */
  static Shape of(List<ObjectPart> objects) {
    return NONE.withObjects(objects);
  }

  Shape withNumbers(NumberSet other) {
    return new Shape(nul, yes, no, other, strings, arrays, objects, exact);
  }

  Shape withStrings(StringSet other) {
    return new Shape(nul, yes, no, numbers, other, arrays, objects, exact);
  }

  Shape withArrays(List<ArrayPart> other) {
    return new Shape(nul, yes, no, numbers, strings, other, objects, exact);
  }

  Shape withObjects(List<ObjectPart> other) {
    return new Shape(nul, yes, no, numbers, strings, arrays, other, exact);
  }

  /** With numbers and booleans whose texts are strings of it: all that are listed or known. */
  Shape withReadTexts(NumberTexts known) {
    if (strings.equals(StringSet.all())) {
      return new Shape(nul, true, true, NumberSet.all(), strings, arrays, objects, exact);
    }
    List<String> texts = strings.listed();
    BigDecimal[] read =
        texts.stream()
            .filter(text -> NUMBER.matcher(text).matches())
            .map(BigDecimal::new)
            .toArray(BigDecimal[]::new);
    return new Shape(
        nul,
        yes || texts.contains("true"),
        no || texts.contains("false"),
        numbers.or(NumberSet.of(read)).or(known.within(strings)),
        strings,
        arrays,
        objects,
        exact);
  }

  Shape inexact() {
    return exact ? new Shape(nul, yes, no, numbers, strings, arrays, objects, false) : this;
  }

  Shape or(Shape other) {
    if (this == NONE) {
      return other;
    }
    if (other == NONE) {
      return this;
    }
    return new Shape(
        nul || other.nul,
        yes || other.yes,
        no || other.no,
        numbers.or(other.numbers),
        strings.or(other.strings),
        union(arrays, other.arrays),
        union(objects, other.objects),
        exact && other.exact);
  }

  Shape and(Schemas schemas, Shape other, Bound bound) {
    if (this == ALL) {
      return other;
    }
    if (other == ALL) {
      return this;
    }
    List<ArrayPart> bothArrays = new ArrayList<>();
    List<ObjectPart> bothObjects = new ArrayList<>();
    boolean complete = true;
    if (arrays.size() * other.arrays.size() <= ALTERNATIVES) {
      for (ArrayPart one : arrays) {
        for (ArrayPart two : other.arrays) {
          ArrayPart both = one.and(schemas, two);
          if (!both.plainlyEmpty()) {
            bothArrays.add(both);
          }
        }
      }
    } else {
      complete = false;
      bothArrays.addAll(bound == Bound.UPPER ? arrays : List.of());
    }
    if (objects.size() * other.objects.size() <= ALTERNATIVES) {
      for (ObjectPart one : objects) {
        for (ObjectPart two : other.objects) {
          ObjectPart both = one.and(two);
          if (!both.plainlyEmpty()) {
            bothObjects.add(both);
          }
        }
      }
    } else {
      complete = false;
      bothObjects.addAll(bound == Bound.UPPER ? objects : List.of());
    }
    return new Shape(
        nul && other.nul,
        yes && other.yes,
        no && other.no,
        numbers.and(other.numbers),
        strings.and(other.strings),
        bothArrays,
        bothObjects,
        exact && other.exact && complete);
  }

  private static <T> List<T> union(List<T> one, List<T> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    LinkedHashSet<T> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }
}

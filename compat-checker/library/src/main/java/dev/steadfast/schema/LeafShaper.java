package dev.steadfast.schema;

import dev.steadfast.domain.NumberSet;
import dev.steadfast.domain.StringSet;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code type} and the keywords that each look at values of one type alone allow. */
final class LeafShaper {

  private final ArrayShaper arrays;
  private final Map<Schema, Shape> known = new HashMap<>();

  LeafShaper(ArrayShaper arrays) {
    this.arrays = arrays;
  }

  /** Of objects, all or none. */
  Shape of(Schema.Located at) {
    return known.computeIfAbsent(at, key -> of(at, List.of(ObjectPart.ALL)));
  }

  /** Of objects, these or none. */
  Shape of(Schema.Located at, List<ObjectPart> objectParts) {
    ObjectNode node = at.keywords;
    Shape shape =
        Shape.ALL
            .withNumbers(numbers(node, at.dialect))
            .withStrings(strings(at))
            .withArrays(arrays.own(at))
            .withObjects(objectParts);
    if (!node.has("type")) {
      return shape;
    }
    Set<String> types = Keywords.names(node.get("type"));
    NumberSet numbers = NumberSet.none();
    if (types.contains("number")) {
      numbers = shape.numbers();
    } else if (types.contains("integer")) {
      numbers = shape.numbers().and(NumberSet.integers());
    }
    boolean nul = types.contains("null");
    if (at.dialect == Dialect.OPENAPI_3_0) {
      nul |= Keywords.flag(node, "nullable");
    }
    boolean file = types.contains("file"); // Swagger 2.0: any bytes
    boolean bool = types.contains("boolean");
    return new Shape(
        nul,
        bool,
        bool,
        numbers,
        types.contains("string") || file ? shape.strings() : StringSet.none(),
        types.contains("array") ? shape.arrays() : List.of(),
        types.contains("object") ? shape.objects() : List.of(),
        true);
  }

  private static NumberSet numbers(ObjectNode node, Dialect dialect) {
    NumberSet set = NumberSet.all();
    boolean booleanBounds = dialect == Dialect.DRAFT_04 || dialect == Dialect.OPENAPI_3_0;
    BigDecimal minimum = Keywords.number(node, "minimum");
    if (minimum != null) {
      boolean exclusive = booleanBounds && Keywords.flag(node, "exclusiveMinimum");
      set = set.and(exclusive ? NumberSet.moreThan(minimum) : NumberSet.atLeast(minimum));
    }
    BigDecimal maximum = Keywords.number(node, "maximum");
    if (maximum != null) {
      boolean exclusive = booleanBounds && Keywords.flag(node, "exclusiveMaximum");
      set = set.and(exclusive ? NumberSet.lessThan(maximum) : NumberSet.atMost(maximum));
    }
    BigDecimal above = booleanBounds ? null : Keywords.number(node, "exclusiveMinimum");
    if (above != null) {
      set = set.and(NumberSet.moreThan(above));
    }
    BigDecimal below = booleanBounds ? null : Keywords.number(node, "exclusiveMaximum");
    if (below != null) {
      set = set.and(NumberSet.lessThan(below));
    }
    BigDecimal divisor = Keywords.number(node, "multipleOf");
    if (divisor != null && divisor.signum() > 0) {
      set = set.and(NumberSet.multiplesOf(divisor));
    }
    String format = Keywords.text(node, "format");
    return format == null ? set : set.and(NumberSet.format(format).orElse(NumberSet.all()));
  }

  private static StringSet strings(Schema.Located at) {
    ObjectNode node = at.node;
    StringSet set = StringSet.all();
    int min = Keywords.count(node, "minLength", 0);
    int max = Keywords.count(node, "maxLength", Integer.MAX_VALUE);
    if (min > 0 || max < Integer.MAX_VALUE) {
      set = StringSet.length(min, max == Integer.MAX_VALUE ? null : max);
    }
    String pattern = Keywords.text(node, "pattern");
    if (pattern != null) {
      set = set.and(StringSet.pattern(pattern));
    }
    String encoding = at.view == View.PLAIN ? null : Keywords.encodingFormat(node, at.dialect);
    if (encoding != null) {
      set = set.and(StringSet.format(encoding));
    }
    String format = Keywords.text(node, "format");
    return format == null ? set : set.and(StringSet.format(format));
  }
}

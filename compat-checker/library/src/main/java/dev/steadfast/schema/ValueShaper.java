package dev.steadfast.schema;

import dev.steadfast.domain.NumberSet;
import dev.steadfast.domain.StringSet;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.BooleanNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a list of values, as in {@code enum}, as the shape of exactly these. */
final class ValueShaper {

  private final Schemas schemas;

  ValueShaper(Schemas schemas) {
    this.schemas = schemas;
  }

  Shape of(List<Node> values) {
    boolean nul = false;
    boolean yes = false;
    boolean no = false;
    List<BigDecimal> numbers = new ArrayList<>();
    List<String> strings = new ArrayList<>();
    List<ArrayPart> arrayParts = new ArrayList<>();
    List<ObjectPart> objectParts = new ArrayList<>();
    for (Node value : values) {
      if (value instanceof NullNode) {
        nul = true;
      } else if (value instanceof BooleanNode bool) {
        yes |= bool.value();
        no |= !bool.value();
      } else if (value instanceof NumberNode number) {
        numbers.add(number.value());
      } else if (value instanceof StringNode string) {
        strings.add(string.value());
      } else if (value instanceof ArrayNode array) {
        arrayParts.add(part(array));
      } else {
        objectParts.add(part((ObjectNode) value));
      }
    }
    return new Shape(
        nul,
        yes,
        no,
        NumberSet.of(numbers.toArray(BigDecimal[]::new)),
        StringSet.of(strings),
        arrayParts,
        objectParts,
        true);
  }

  private ArrayPart part(ArrayNode array) {
    List<Schema> items = new ArrayList<>();
    array.forEach(item -> items.add(schemas.constant(item)));
    return new ArrayPart(
        array.size(),
        array.size(),
        items,
        Schemas.NONE,
        ArrayPart.Repetition.ALLOWED,
        List.of(),
        List.of());
  }

  private ObjectPart part(ObjectNode object) {
    Map<String, Schema> properties = new LinkedHashMap<>();
    for (int i = 0; i < object.size(); i++) {
      properties.put(object.key(i), schemas.constant(object.value(i)));
    }
    return ObjectPart.of(properties);
  }
}

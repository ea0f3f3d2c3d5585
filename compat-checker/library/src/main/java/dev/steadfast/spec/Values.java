package dev.steadfast.spec;

import dev.steadfast.spec.Field.Form;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Checks the values of fields, and says what is wrong with them. */
final class Values {

  private static final int SHOWN = 40;
  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "null", "number", "object", "string");

  private final Problems problems;
  private final Set<Node> reported = Collections.newSetFromMap(new IdentityHashMap<>());

  Values(Problems problems) {
    this.problems = problems;
  }

  /** Checks a value that holds no objects of OpenAPI. */
  void check(Field field, String name, Node value, Dialect dialect) {
    switch (field.form()) {
      case TYPE -> type(field, name, value, dialect);
      case BOUND, SWITCH -> exclusiveBound(field, name, value);
      default -> {
        if (!fits(field.form(), value)) {
          wrong(field, name, value);
        }
      }
    }
  }

  private void type(Field field, String name, Node value, Dialect dialect) {
    if (value instanceof ArrayNode array) {
      if (dialect == Dialect.OPENAPI_3_0) {
        problems.note(value, "an array of types is no part of OpenAPI 3.0");
      }
      for (Node item : array) {
        typeName(field, name, item, dialect);
      }
    } else {
      typeName(field, name, value, dialect);
    }
  }

  private void typeName(Field field, String name, Node value, Dialect dialect) {
    if (!(value instanceof StringNode string)) {
      wrong(field, name, value);
    } else if (!TYPES.contains(string.value())) {
      problems.problem(
          value, "unknown type '" + string.value() + "'" + Spelling.hint(string.value(), TYPES));
    } else if (string.value().equals("null") && dialect == Dialect.OPENAPI_3_0) {
      problems.note(value, "type 'null' is no part of OpenAPI 3.0");
    }
  }

  /* The other dialect's form is common, and there is one thing it can mean. */
  private void exclusiveBound(Field field, String name, Node value) {
    if (value instanceof BooleanNode || value instanceof NumberNode) {
      if (value instanceof BooleanNode != (field.form() == Form.SWITCH)) {
        problems.note(value, "'" + name + "' must be " + field.form().wanted() + ", not " + value);
      }
    } else {
      wrong(field, name, value);
    }
  }

  /** Whether a value has the form. */
  static boolean fits(Form form, Node value) {
    return switch (form) {
      case STRING -> value instanceof StringNode;
      case BOOLEAN -> value instanceof BooleanNode;
      case NUMBER -> value instanceof NumberNode;
      case POSITIVE -> value instanceof NumberNode number && number.value().signum() > 0;
      case COUNT -> value instanceof NumberNode number && isCount(number.value());
      case ARRAY -> value instanceof ArrayNode;
      case STRINGS -> value instanceof ArrayNode array && allFit(Form.STRING, array);
      default -> true;
    };
  }

  private static boolean isCount(BigDecimal value) {
    return value.signum() >= 0 && value.remainder(BigDecimal.ONE).signum() == 0;
  }

  private static boolean allFit(Form form, ArrayNode array) {
    for (Node item : array) {
      if (!fits(form, item)) {
        return false;
      }
    }
    return true;
  }

  /** Reports a value of another form, once. */
  void wrong(Field field, String name, Node value) {
    if (!reported.add(value)) {
      return; // through another reference
    }
    String wanted = field.form() == Form.NODE ? title(field) : field.form().wanted();
    String message = "'" + name + "' must be " + wanted + ", not " + shown(value);
    if (field.vital() && !isAbsent(field, value)) {
      problems.problem(value, message);
    } else {
      problems.note(value, message);
    }
  }

  /* A key without a value where an object of OpenAPI is wanted: there is none. */
  private static boolean isAbsent(Field field, Node value) {
    return value instanceof NullNode && field.kind() != null && field.kind() != Kind.SCHEMA;
  }

  private static String title(Field field) {
    Kind kind = field.kind();
    return kind == null ? Kind.SCHEMA.title() : kind.title();
  }

  /** For messages: short. */
  static String shown(Node value) {
    if (value instanceof ObjectNode) {
      return "an object";
    }
    if (value instanceof ArrayNode) {
      return "an array";
    }
    String text = value.toString();
    return text.length() > SHOWN ? text.substring(0, SHOWN - 3) + "..." : text;
  }
}

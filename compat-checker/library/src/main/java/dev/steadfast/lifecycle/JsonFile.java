package dev.steadfast.lifecycle;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;

/** JSON for people and programs: one member a line, what is small on one line. */
final class JsonFile {

  private static final int WIDTH = 100;

  private JsonFile() {}

  /** The value and a line end. */
  static String text(Node value) {
    StringBuilder out = new StringBuilder();
    write(value, "\n", out);
    return out.append('\n').toString();
  }

  private static void write(Node value, String newLine, StringBuilder out) {
    String compact = value.toString();
    if (newLine.length() + compact.length() <= WIDTH) {
      out.append(compact);
    } else if (value instanceof ObjectNode object) {
      String inner = newLine + "  ";
      for (int i = 0; i < object.size(); i++) {
        out.append(i == 0 ? "{" : ",").append(inner);
        out.append(StringNode.of(object.key(i))).append(": ");
        write(object.value(i), inner, out);
      }
      out.append(newLine).append('}');
    } else if (value instanceof ArrayNode array) {
      String inner = newLine + "  ";
      for (int i = 0; i < array.size(); i++) {
        out.append(i == 0 ? "[" : ",").append(inner);
        write(array.get(i), inner, out);
      }
      out.append(newLine).append(']');
    } else {
      out.append(compact);
    }
  }
}

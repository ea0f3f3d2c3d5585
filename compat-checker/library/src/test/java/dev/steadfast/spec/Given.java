package dev.steadfast.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small documents, and what reading them gives, one line each. */
final class Given {

  private static final String HEAD =
      """
      openapi: 3.0.3
      info: {title: t, version: '1'}
      """;

  private Given() {}

  /** A document in the file {@code api.yaml}. */
  static Reading read(String text) {
    return SpecReader.read(Source.of("api.yaml", text.getBytes(UTF_8)));
  }

  /**
   * An OpenAPI 3.0 document that begins with two lines of its own, so that this starts in line 3.
   */
  static Reading api(String rest) {
    return read(HEAD + rest);
  }

  /** The same of another version. */
  static Reading api(String version, String rest) {
    return read(HEAD.replace("3.0.3", version) + rest);
  }

  /** Files; the one named first in the alphabet is the document. */
  static Reading files(Map<String, String> files) {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
    return SpecReader.read(Source.of(bytes, bytes.keySet().iterator().next()));
  }

  /** A value in a file that is no API. */
  static DataReader.Data data(String name, String text) {
    return DataReader.read(Source.of(name, text.getBytes(UTF_8)));
  }

  static Node value(String text) {
    return value(text.getBytes(UTF_8));
  }

  static Node value(byte[] bytes) {
    DataReader.Data data = DataReader.read(Source.of("data.yaml", bytes));
    Node value = data.value();
    if (value == null) {
      throw new IllegalArgumentException(data.problems().toString());
    }
    return value;
  }

  static List<String> problems(Reading reading) {
    return lines(reading.problems());
  }

  static List<String> notes(Reading reading) {
    return lines(reading.notes());
  }

  static List<String> lines(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  static Document document(Reading reading) {
    Document document = reading.document();
    if (document == null) {
      throw new IllegalArgumentException(reading.problems().toString());
    }
    return document;
  }

  /** The node at a pointer, following nothing. */
  static Node at(Node root, String pointer) {
    Node node = root;
    for (String step : Pointer.steps(pointer)) {
      Node next =
          node instanceof ObjectNode object
              ? object.get(step)
              : ((ArrayNode) node).get(Integer.parseInt(step));
      if (next == null) {
        throw new IllegalArgumentException("no '" + step + "' in " + node);
      }
      node = next;
    }
    return node;
  }

  static ObjectNode object(Node root, String pointer) {
    return (ObjectNode) at(root, pointer);
  }

  /** What the reference at a pointer leads to. */
  static Node target(Node root, String pointer) {
    Node target = object(root, pointer).target();
    if (target == null) {
      throw new IllegalArgumentException("no reference at " + pointer);
    }
    return target;
  }
}

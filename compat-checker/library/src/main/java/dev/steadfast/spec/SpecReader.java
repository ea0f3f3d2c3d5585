package dev.steadfast.spec;

import org.jspecify.annotations.Nullable;

/** Reads API descriptions and schemas. Never throws on bytes, never touches the network. */
public final class SpecReader {

  private SpecReader() {}

  /** An OpenAPI or Swagger document, all references resolved, its structure checked. */
  public static Reading read(Source source) {
    return read(source, Limits.DEFAULT);
  }

  static Reading read(Source source, Limits limits) {
    Problems problems = new Problems(limits.problems());
    Tree tree = new TreeReader(limits, problems).read(source);
    if (tree != null) {
      resolve(tree.root(), tree.root(), problems);
    }
    return reading(
        tree == null ? null : new Document(tree, Version.OPENAPI_3_1, Dialect.DRAFT_2020_12),
        problems);
  }

  private static void resolve(Node root, Node node, Problems problems) {
    if (node instanceof ObjectNode object) {
      if (object.get("$ref") instanceof StringNode ref && ref.value().startsWith("#/")) {
        Node target = root;
        for (String step : Pointer.steps(ref.value().substring(1))) {
          target = target instanceof ObjectNode up ? up.get(step) : null;
        }
        if (target == null) {
          problems.problem(Location.of(ref), "dangling reference '" + ref.value() + "'");
        } else {
          object.target(target);
        }
      }
      for (int i = 0; i < object.size(); i++) {
        resolve(root, object.value(i), problems);
      }
    } else if (node instanceof ArrayNode array) {
      for (Node item : array) {
        resolve(root, item, problems);
      }
    }
  }

  private static Reading reading(@Nullable Document document, Problems problems) {
    return new Reading(problems.none() ? document : null, problems.problems(), problems.notes());
  }
}

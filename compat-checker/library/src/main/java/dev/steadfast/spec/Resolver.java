package dev.steadfast.spec;

import dev.steadfast.spec.Trees.RefusedException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a reference leads to: one step, no chain. */
final class Resolver {

  private static final Pattern ELSEWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|/.*|\\\\.*");
  private static final int MOST_DETOURS = 32;

  private final Trees trees;

  Resolver(Trees trees) {
    this.trees = trees;
  }

  /**
   * The node that a reference leads to; null when it lies in a file that has problems of its own.
   *
   * @param at the object that holds the reference
   * @throws RefusedException when it dangles or is forbidden
   */
  @Nullable Node resolve(Node at, String reference) throws RefusedException {
    return resolve(at, reference, 0);
  }

  /** Whether the schema's dynamic reference leads elsewhere when it is reached on another way. */
  boolean dependsOnPath(ObjectNode schema) {
    if (!(schema.target() instanceof ObjectNode target)) {
      return false;
    }
    if (schema.has("$ref")) {
      return schema.has("$dynamicRef") || schema.has("$recursiveRef"); // one of two is followed
    }
    if (schema.get("$dynamicRef") instanceof StringNode text) {
      String reference = text.value();
      return target.has("$dynamicAnchor")
          && trees.identifiers().ambiguous(reference.substring(reference.indexOf('#') + 1));
    }
    return schema.has("$recursiveRef")
        && target.has("$recursiveAnchor")
        && trees.identifiers().ambiguous("");
  }

  private @Nullable Node resolve(Node at, String reference, int detours) throws RefusedException {
    int hash = reference.indexOf('#');
    String file = hash < 0 ? reference : reference.substring(0, hash);
    String fragment = hash < 0 ? "" : decode(reference.substring(hash + 1));
    Node resource = resource(at, file);
    if (resource == null || fragment.isEmpty()) {
      return resource;
    }
    if (fragment.charAt(0) != '/') {
      Node anchored = trees.identifiers().anchored(resource, fragment);
      if (anchored == null) {
        throw new RefusedException(
            "dangling reference '" + reference + "': nothing is anchored as '" + fragment + "'");
      }
      return anchored;
    }
    return walk(resource, reference, fragment, detours);
  }

  private @Nullable Node resource(Node at, String file) throws RefusedException {
    Identifiers identifiers = trees.identifiers();
    Tree tree = at.tree();
    if (tree == null) {
      throw new RefusedException("a reference outside any file");
    }
    if (file.isEmpty()) {
      return identifiers.isEmpty() ? tree.root() : identifiers.resource(at);
    }
    if (!identifiers.isEmpty()) {
      Node known = identifiers.find(identifiers.resource(at), file);
      if (known != null) {
        return known;
      }
    }
    if (ELSEWHERE.matcher(file).matches()) {
      throw new RefusedException(
          "forbidden reference '" + file + "': only files beside the document are read");
    }
    Tree found = trees.beside(tree, decode(file));
    return found == null ? null : found.root();
  }

  /* A pointer that runs into a reference goes on in its target, as bundlers do. */
  private @Nullable Node walk(Node resource, String reference, String fragment, int detours)
      throws RefusedException {
    Node node = resource;
    List<String> steps = Pointer.steps(fragment);
    for (int i = 0; i < steps.size(); i++) {
      String step = steps.get(i);
      Node next = child(node, step);
      if (next == null
          && detours < MOST_DETOURS
          && node instanceof ObjectNode object
          && object.get("$ref") instanceof StringNode detour) {
        Node beyond = resolve(object, detour.value(), detours + 1);
        if (beyond == null) {
          return null;
        }
        next = child(beyond, step);
      }
      if (next == null) {
        throw new RefusedException(dangling(reference, steps.subList(0, i), node, step));
      }
      node = next;
    }
    return node;
  }

  private static String dangling(String reference, List<String> sofar, Node node, String step) {
    StringBuilder pointer = new StringBuilder();
    sofar.forEach(name -> pointer.append(Pointer.step(name)));
    String where = sofar.isEmpty() ? "the document" : "'" + pointer + "'";
    String hint = node instanceof ObjectNode object ? Spelling.hint(step, object.keys()) : "";
    return "dangling reference '" + reference + "': " + where + " has no '" + step + "'" + hint;
  }

  private static @Nullable Node child(Node node, String step) {
    if (node instanceof ObjectNode object) {
      return object.get(step);
    }
    if (node instanceof ArrayNode array && step.matches("0|[1-9][0-9]{0,8}")) {
      int index = Integer.parseInt(step);
      return index < array.size() ? array.get(index) : null;
    }
    return null;
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) { // a percent sign of its own
      return text;
    }
  }
}

package dev.steadfast.spec;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads single files, JSON or YAML, whatever they are called. */
final class TreeReader {

  private final Limits limits;
  private final NodeBudget budget;
  private final Problems problems;

  TreeReader(Limits limits, Problems problems) {
    this.limits = limits;
    this.budget = new NodeBudget(limits.nodes());
    this.problems = problems;
  }

  /** The file's tree; null, with a problem, when it cannot be read. */
  @Nullable Tree read(Source source) {
    try {
      return parse(source.name(), Text.decode(source.bytes(limits.bytes())));
    } catch (IOException e) {
      problems.problem(new Location(source.name(), "", 1, 1), reason(e));
    } catch (UnreadableException e) {
      problems.add(e.in(source.name()));
    }
    return null;
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return "cannot be read: " + (message == null ? e.getClass().getSimpleName() : message);
  }

  /* A file that starts like JSON is JSON, unless only YAML understands it: flow style. */
  private Tree parse(String name, Text text) throws UnreadableException {
    int first = text.skipSpace(0);
    char start = text.at(first);
    if (start != '{' && start != '[') {
      return yaml(name, text);
    }
    try {
      return json(name, text);
    } catch (UnreadableException notJson) {
      char next = text.at(text.skipSpace(first + 1));
      boolean looksLikeJson = next == '"' || next == '}' || next == ']' || next == start;
      if (looksLikeJson && (name.endsWith(".json") || !notJson.syntax())) {
        throw notJson;
      }
      try {
        return yaml(name, text);
      } catch (UnreadableException notYaml) {
        throw looksLikeJson ? notJson : notYaml;
      }
    }
  }

  private Tree json(String name, Text text) throws UnreadableException {
    Problems found = new Problems(limits.problems());
    Node root = JsonTreeReader.read(text, new TreeBuilder(name, limits, budget, found));
    problems.addAll(found);
    return new Tree(name, root);
  }

  private Tree yaml(String name, Text text) throws UnreadableException {
    Problems found = new Problems(limits.problems());
    Node root = YamlTreeReader.read(text, new TreeBuilder(name, limits, budget, found));
    problems.addAll(found);
    return new Tree(name, root);
  }
}

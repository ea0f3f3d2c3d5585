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

  /** The tree of a document's first file; null, with a problem, when it cannot be read. */
  @Nullable Tree open(Source source) {
    try {
      return read(source);
    } catch (IOException e) {
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      problems.problem(new Location(source.name(), "", 1, 1), message);
      return null;
    }
  }

  /**
   * The file's tree; null, with a problem in the file, when it is no JSON and no YAML or too large.
   *
   * @throws IOException when there is no such file; the message is for the user
   */
  @Nullable Tree read(Source source) throws IOException {
    try {
      return parse(source, Text.decode(source.bytes(limits.bytes())));
    } catch (UnreadableException e) {
      problems.add(e.in(source.name()));
      return null;
    }
  }

  /* A file that starts like JSON is JSON, unless only YAML understands it: flow style. */
  private Tree parse(Source source, Text text) throws UnreadableException {
    int first = text.skipSpace(0);
    char start = text.at(first);
    if (start != '{' && start != '[') {
      return yaml(source, text);
    }
    try {
      return json(source, text);
    } catch (UnreadableException notJson) {
      char next = text.at(text.skipSpace(first + 1));
      boolean looksLikeJson = next == '"' || next == '}' || next == ']' || next == start;
      if (!notJson.syntax() || (looksLikeJson && source.name().endsWith(".json"))) {
        throw notJson;
      }
      try {
        return yaml(source, text);
      } catch (UnreadableException notYaml) {
        throw looksLikeJson ? notJson : notYaml;
      }
    }
  }

  private Tree json(Source source, Text text) throws UnreadableException {
    Problems found = new Problems(limits.problems());
    TreeBuilder builder = new TreeBuilder(source.name(), limits, budget, found);
    Node root = JsonTreeReader.read(text, builder);
    problems.addAll(found);
    return new Tree(source, root, builder.identified());
  }

  private Tree yaml(Source source, Text text) throws UnreadableException {
    Problems found = new Problems(limits.problems());
    TreeBuilder builder = new TreeBuilder(source.name(), limits, budget, found);
    Node root = YamlTreeReader.read(text, builder);
    problems.addAll(found);
    return new Tree(source, root, builder.identified());
  }
}

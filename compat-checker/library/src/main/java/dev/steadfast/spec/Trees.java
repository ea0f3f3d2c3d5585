package dev.steadfast.spec;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one document, each read once, when a reference first leads there. */
final class Trees {

  /** A file is forbidden, absent or beyond the limits; the message is for the user. */
  static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  private final TreeReader reader;
  private final Limits limits;
  private final Map<String, Loaded> byName = new HashMap<>();
  private final Dialects dialects;
  private final Identifiers identifiers;
  private boolean sealed;

  /** One of the two is null; both are when the file has problems of its own. */
  private record Loaded(@Nullable Tree tree, @Nullable String refusal) {}

  Trees(TreeReader reader, Limits limits, Dialects dialects) {
    this.reader = reader;
    this.limits = limits;
    this.dialects = dialects;
    this.identifiers = new Identifiers(dialects);
  }

  Identifiers identifiers() {
    return identifiers;
  }

  /** From now on no file is read. */
  void seal() {
    sealed = true;
  }

  /** Takes a file that was read already. */
  void add(Tree tree) {
    byName.put(tree.name(), new Loaded(tree, null));
    boolean named = tree.identified() || dialects.common() == Dialect.DRAFT_04; // by a plain "id"
    if (named && dialects.common() != Dialect.OPENAPI_3_0) {
      dialects.declared();
      identifiers.add(tree);
    }
  }

  /**
   * The file of this name beside another; null when it has problems of its own, which are reported
   * in its place.
   */
  @Nullable Tree beside(Tree from, String relative) throws RefusedException {
    Source source;
    try {
      source = from.source().sibling(relative);
    } catch (IOException e) {
      throw new RefusedException("forbidden reference '" + relative + "': it " + e.getMessage());
    }
    Loaded known = byName.get(source.name());
    if (known == null && sealed) {
      throw new RefusedException("not read: '" + source.name() + "'");
    }
    if (known == null) {
      known = load(source);
      byName.putIfAbsent(source.name(), known);
    }
    if (known.refusal() != null) {
      throw new RefusedException(known.refusal());
    }
    return known.tree();
  }

  private Loaded load(Source source) {
    if (byName.size() >= limits.files()) {
      return new Loaded(null, "more than " + limits.files() + " files");
    }
    try {
      Tree tree = reader.read(source);
      if (tree != null) {
        add(tree);
      }
      return new Loaded(tree, null);
    } catch (IOException e) {
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Loaded(null, "dangling reference '" + source.name() + "': " + message);
    }
  }
}

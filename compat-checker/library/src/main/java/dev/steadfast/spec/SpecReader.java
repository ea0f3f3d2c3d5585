package dev.steadfast.spec;

import org.jspecify.annotations.Nullable;

/** Reads API descriptions and schemas. Never throws on bytes, never touches the network. */
public final class SpecReader {

  private static final int LATEST = 2;

  private final Limits limits;
  private final Problems problems;
  private final TreeReader files;

  private SpecReader(Limits limits) {
    this.limits = limits;
    this.problems = new Problems(limits.problems());
    this.files = new TreeReader(limits, problems);
  }

  /** An OpenAPI or Swagger document, all references resolved, its structure checked. */
  public static Reading read(Source source) {
    return read(source, Limits.DEFAULT);
  }

  /** As {@link #read(Source)}, for documents that are trusted more, or less. */
  public static Reading read(Source source, Limits limits) {
    SpecReader reader = new SpecReader(limits);
    try {
      Tree tree = reader.files.open(source);
      return reader.reading(tree == null ? null : reader.openApi(tree));
    } finally {
      source.close();
    }
  }

  /**
   * A JSON Schema by itself.
   *
   * @param common the dialect of schemas that do not say theirs with {@code $schema}
   */
  public static Reading readSchema(Source source, Dialect common) {
    SpecReader reader = new SpecReader(Limits.DEFAULT);
    try {
      Tree tree = reader.files.open(source);
      return reader.reading(tree == null ? null : reader.schema(tree, common));
    } finally {
      source.close();
    }
  }

  private @Nullable Document openApi(Tree tree) {
    Versions.Found found = Versions.of(tree.root(), problems);
    if (found == null) {
      return null;
    }
    Dialects dialects = new Dialects(found.dialect());
    return document(tree, found.version(), dialects, found.minor(), Kind.OPENAPI);
  }

  private Document schema(Tree tree, Dialect common) {
    return document(tree, Version.JSON_SCHEMA, new Dialects(common), LATEST, Kind.SCHEMA);
  }

  private Document document(Tree tree, Version version, Dialects dialects, int minor, Kind kind) {
    Trees trees = new Trees(files, limits, dialects);
    trees.add(tree);
    Resolver resolver = new Resolver(trees);
    Swagger swagger =
        version == Version.SWAGGER_2_0 && tree.root() instanceof ObjectNode root
            ? new Swagger(root, resolver, problems)
            : null;
    References references = new References(resolver, dialects, swagger, limits, problems);
    Structure structure = new Structure(minor, dialects, references, swagger, problems);
    Node root = swagger == null ? tree.root() : swagger.document();
    structure.check(root, kind);
    references.resolve(root, structure);
    if (kind == Kind.OPENAPI) {
      new Paths(problems).check(root);
    }
    trees.seal();
    return new Document(tree.name(), root, version, dialects, resolver);
  }

  private Reading reading(@Nullable Document document) {
    return new Reading(problems.none() ? document : null, problems.problems(), problems.notes());
  }
}

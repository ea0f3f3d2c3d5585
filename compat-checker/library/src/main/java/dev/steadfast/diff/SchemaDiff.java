package dev.steadfast.diff;

import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the schemas of two documents by meaning. */
public final class SchemaDiff {

  private final List<SchemaChange> changes = new ArrayList<>();

  public SchemaDiff(Document base, Document revision) {
    Objects.requireNonNull(base);
    Objects.requireNonNull(revision);
  }

  /**
   * Messages at this site have the base schema before and the revision schema after. An absent
   * schema allows anything.
   */
  public void compare(Site site, @Nullable Node baseSchema, @Nullable Node revisionSchema) {
    if (!Objects.equals(baseSchema, revisionSchema)) {
      changes.add(
          new SchemaChange(
              SchemaFact.SCHEMA,
              Movement.CHANGED,
              Outcome.UNKNOWN,
              site.direction(),
              "",
              "",
              "",
              baseSchema,
              revisionSchema,
              List.of(site),
              null,
              "schemas differ"));
    }
  }

  /** One per change, sorted by place. */
  public List<SchemaChange> changes() {
    return List.copyOf(changes);
  }

  /** A smallest value that the schema of the sender allows. */
  public Optional<Node> example(Document side, @Nullable Node schema, Direction direction) {
    return Optional.empty();
  }
}

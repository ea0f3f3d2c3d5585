package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a schema's meaning, however many operations it reaches.
 *
 * @param subject property name, enum value or branch; empty when the fact says it all
 * @param was the old constraint as text, empty when there was none
 * @param now the new constraint as text, empty when there is none
 * @param base most telling node of the old document
 * @param revision most telling node of the new document
 * @param sites not empty, sorted, shortest operation first
 * @param value a whole value at the first site that its sender's contract allows and its receiver's
 *     refuses
 * @param reason why the outcome is unknown; empty otherwise
 */
public record SchemaChange(
    SchemaFact fact,
    Movement movement,
    Outcome outcome,
    Direction direction,
    String subject,
    String was,
    String now,
    @Nullable Node base,
    @Nullable Node revision,
    List<Site> sites,
    @Nullable Node value,
    String reason) {

  public SchemaChange {
    sites = List.copyOf(sites);
  }
}

package dev.steadfast.compat;

import dev.steadfast.diff.Contract;
import dev.steadfast.diff.ContractDiff;
import dev.steadfast.diff.SchemaChange;
import dev.steadfast.diff.SchemaDiff;
import dev.steadfast.spec.Document;
import java.util.ArrayList;
import java.util.List;

/** Judges a pair of documents. */
public final class Checker {

  private Checker() {}

  /** Never fails on documents that were read; linear in their size. */
  public static Verdict check(Document base, Document revision, Policy policy) {
    return check(base, revision, policy, Removals.UNKNOWN);
  }

  /** The same, with what is known of removals. */
  public static Verdict check(Document base, Document revision, Policy policy, Removals removals) {
    SchemaDiff schemas = new SchemaDiff(base, revision);
    Sightings sightings = new Sightings();
    Contract before = new Contract(base);
    Contract after = new Contract(revision);
    new ContractDiff(before, after, schemas, sightings).walk();
    Witnesses witnesses = new Witnesses(base, revision, schemas, sightings);
    List<Finding> findings = new ArrayList<>();
    for (List<Sighting> copies : Copies.groupsOf(sightings.all())) {
      findings.add(Findings.seen(copies, witnesses.of(copies.get(0))));
    }
    for (List<SchemaChange> copies : Copies.groups(schemas.changes())) {
      findings.add(Findings.of(copies, witnesses.of(copies.get(0))));
    }
    return policy.judge(findings, removals);
  }
}

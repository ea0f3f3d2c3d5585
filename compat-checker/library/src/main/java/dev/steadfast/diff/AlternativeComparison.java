package dev.steadfast.diff;

import dev.steadfast.diff.SchemaPair.Fact;
import dev.steadfast.diff.SchemaPair.Step;
import dev.steadfast.schema.Answer;
import dev.steadfast.schema.Facet;
import dev.steadfast.schema.Facets;
import dev.steadfast.schema.Facets.Branch;
import dev.steadfast.schema.Facets.Union;
import dev.steadfast.schema.Schema;
import dev.steadfast.schema.Schemas;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.List;
import java.util.Set;

/** The branches of {@code anyOf} and {@code oneOf}. */
final class AlternativeComparison extends Comparison {

  private final Schemas schemas;

  AlternativeComparison(PairFacts facts) {
    super(facts);
    this.schemas = inclusion.schemas();
  }

  @Override
  void compare() {
    List<Union> before = base.unions();
    List<Union> after = revision.unions();
    if (before.size() != 1 || after.size() != 1) {
      boolean typeSaysIt =
          pair.facts.stream()
              .anyMatch(f -> f.fact() == SchemaFact.TYPE && f.outcome() == Outcome.REFUTED);
      if (!typeSaysIt && !(before.isEmpty() && after.isEmpty())) {
        facts.facet(Facet.ALTERNATIVE);
      }
      return;
    }
    BranchMatching matching =
        new BranchMatching(inclusion, before.get(0).branches(), after.get(0).branches());
    matching.matched().forEach(this::matched);
    for (Branch branch : matching.removed()) {
      alternative(branch, true);
    }
    for (Branch branch : matching.added()) {
      alternative(branch, false);
    }
  }

  private void alternative(Branch branch, boolean removed) {
    Facets own = removed ? base : revision;
    Facets other = removed ? revision : base;
    Answer harm = inclusion.outside(schemas.and(own.whole(), branch.schema()), other.whole());
    String subject = branch.name().isEmpty() ? told(branch.node()) : branch.name();
    facts.add(
        SchemaFact.ALTERNATIVE,
        subject,
        "",
        "",
        removed ? branch.node() : base.node(Facet.ALTERNATIVE),
        removed ? revision.node(Facet.ALTERNATIVE) : branch.node(),
        removed ? harm : PairFacts.none(),
        removed ? PairFacts.none() : harm);
  }

  /* What a branch that is written in place calls itself, or the only value that it has. */
  private static String told(Node branch) {
    if (!(branch instanceof ObjectNode schema)) {
      return "";
    }
    Node value = schema.get("title") instanceof StringNode title ? title : schema.get("const");
    return value instanceof StringNode text ? text.value() : value == null ? "" : value.toString();
  }

  private void matched(Branch before, Branch after) {
    facts.edge(Step.SAME, "", 0, before.schema(), after.schema());
    String property = base.unions().get(0).property();
    if (!property.equals(revision.unions().get(0).property())) {
      return;
    }
    for (String key : before.keys()) {
      if (!after.keys().contains(key)) {
        key(property, key, base, revision, true);
        reselected(property, key);
      }
    }
    for (String key : after.keys()) {
      if (!before.keys().contains(key)) {
        key(property, key, revision, base, false);
      }
    }
  }

  /* A key that selects another schema than before: its objects are taken for those. */
  private void reselected(String property, String key) {
    boolean selects =
        revision.unions().get(0).branches().stream().anyMatch(b -> b.keys().contains(key));
    boolean told =
        pair.facts.stream()
            .anyMatch(f -> f.fact() == SchemaFact.DISCRIMINATOR && f.subject().equals(key));
    if (selects && !told) {
      Facets sender = pair.sender();
      Schema keyed = schemas.keyed(property, Set.of(key));
      Answer example = inclusion.example(schemas.and(sender.carrying(property), keyed));
      pair.facts.add(
          new Fact(
              SchemaFact.DISCRIMINATOR,
              Movement.CHANGED,
              Outcome.MISREAD,
              key,
              "",
              "",
              base.node(Facet.ALTERNATIVE),
              revision.node(Facet.ALTERNATIVE),
              example));
    }
  }

  private void key(String property, String key, Facets own, Facets other, boolean removed) {
    Schema keyed = schemas.keyed(property, Set.of(key));
    Schema selecting = schemas.and(own.carrying(property), keyed);
    Answer harm = inclusion.outside(selecting, other.whole());
    facts.add(
        SchemaFact.DISCRIMINATOR,
        key,
        removed ? key : "",
        removed ? "" : key,
        base.node(Facet.ALTERNATIVE),
        revision.node(Facet.ALTERNATIVE),
        removed ? harm : PairFacts.none(),
        removed ? PairFacts.none() : harm);
  }
}

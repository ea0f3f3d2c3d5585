package dev.steadfast.diff;

import dev.steadfast.schema.Facets;
import dev.steadfast.schema.Inclusion;
import dev.steadfast.schema.Schema;
import dev.steadfast.schema.Schemas;

/** Looks at one aspect of the two schemas of a pair, and writes down how they differ in it. */
abstract class Comparison {

  final PairFacts facts;
  final Inclusion inclusion;
  final SchemaPair pair;
  final Facets base;
  final Facets revision;

  Comparison(PairFacts facts) {
    this.facts = facts;
    this.inclusion = facts.inclusion();
    this.pair = facts.pair();
    this.base = pair.base;
    this.revision = pair.revision;
  }

  abstract void compare();

  /** Whether one of the two allows anything or nothing: inside it is nothing to compare. */
  static boolean allOrNone(Schema before, Schema after) {
    return before == Schemas.ANY
        || after == Schemas.ANY
        || before == Schemas.NONE
        || after == Schemas.NONE;
  }
}

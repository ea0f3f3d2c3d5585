package dev.steadfast.compat;

import static dev.steadfast.compat.Hurt.CLIENT_RUNTIME;
import static dev.steadfast.compat.Hurt.SDK_COMPILE;

import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Movement;
import dev.steadfast.diff.Outcome;
import dev.steadfast.diff.SchemaChange;
import dev.steadfast.diff.SchemaFact;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules about facts of JSON Schema, which the engine decides and {@link FactNames} names. */
final class SchemaRules {

  private static final Set<SchemaFact> ANNOTATIONS =
      Set.of(SchemaFact.DEFAULT, SchemaFact.DEPRECATED);

  private static final String REQUEST_WHY =
      "A value that was accepted before is rejected with 400 now.";
  private static final String REQUEST_FIX =
      "Keep accepting the old values, or publish a new property or operation.";
  private static final String REQUEST_SAFE = "Every value that clients send is still accepted.";
  private static final String RESPONSE_WHY =
      "A client may receive a value that it was promised never to get.";
  private static final String RESPONSE_FIX =
      "Send the old values only, or publish a new property or operation.";
  private static final String RESPONSE_SAFE = "Every value that is sent was allowed before.";

  private static final Map<String, RuleInfo> BY_ID = byId();

  private SchemaRules() {}

  /** Sorted by id. */
  static Collection<RuleInfo> all() {
    return BY_ID.values();
  }

  /**
   * The rule with the severity of this change under {@code strict}. What usually breaks may be
   * harmless here, because of the rest of the schema, and the other way round.
   */
  static RuleInfo rated(SchemaChange change) {
    RuleInfo rule = of(change);
    Severity severity = severity(change.outcome());
    boolean request = change.direction() == Direction.REQUEST;
    RuleInfo meant =
        (severity == Severity.INFO) == (rule.severity() == Severity.INFO)
            ? rule
            : severity == Severity.INFO
                ? safe(rule.id(), rule.summary(), request)
                : breaking(rule.id(), rule.summary(), request);
    return new RuleInfo(
        meant.id(), meant.summary(), severity, meant.breaks(), meant.why(), meant.fix());
  }

  private static RuleInfo of(SchemaChange change) {
    RuleInfo info = BY_ID.get(id(change));
    if (info == null) {
      throw new IllegalArgumentException("no rule for " + id(change));
    }
    return info;
  }

  /** For sentences: {@code maximum length}. */
  static String noun(SchemaFact fact) {
    return FactNames.of(fact).noun();
  }

  /** Past tense: {@code decreased}. */
  static String verb(SchemaChange change) {
    return FactNames.of(change.fact()).verb(movement(change));
  }

  /** Under the profile {@code strict}. */
  private static Severity severity(Outcome outcome) {
    return switch (outcome) {
      case REFUTED, MISREAD, LOST -> Severity.ERROR;
      case IGNORED, UNKNOWN -> Severity.WARNING;
      case SAFE -> Severity.INFO;
    };
  }

  private static String id(SchemaChange change) {
    boolean request = change.direction() == Direction.REQUEST;
    if (change.fact() == SchemaFact.PROPERTY && change.outcome() == Outcome.REFUTED) {
      if (request && change.movement() == Movement.TIGHTENED) {
        return SpecialSchemaRules.REFUSED;
      }
      if (!request && change.movement() == Movement.LOOSENED) {
        return SpecialSchemaRules.UNEXPECTED;
      }
    }
    return FactNames.of(change.fact()).id(change.direction(), movement(change));
  }

  /* An annotation allows no value more or less: it comes, goes or changes. */
  private static Movement movement(SchemaChange change) {
    if (!ANNOTATIONS.contains(change.fact())) {
      return change.movement();
    }
    if (change.fact() == SchemaFact.DEPRECATED) {
      return change.now().equals("true") ? Movement.TIGHTENED : Movement.LOOSENED;
    }
    return change.was().isEmpty()
        ? Movement.TIGHTENED
        : change.now().isEmpty() ? Movement.LOOSENED : Movement.CHANGED;
  }

  private static Map<String, RuleInfo> byId() {
    Map<String, RuleInfo> byId = new TreeMap<>();
    for (FactNames row : FactNames.ALL) {
      for (Movement movement : Movement.values()) {
        for (Direction direction : new Direction[] {Direction.REQUEST, Direction.RESPONSE}) {
          if (row.happens(movement, direction)) {
            String id = row.id(direction, movement);
            byId.put(id, info(id, direction, row, movement));
          }
        }
      }
    }
    for (RuleInfo special : SpecialSchemaRules.ALL) {
      byId.put(special.id(), special);
    }
    return byId;
  }

  private static RuleInfo info(String id, Direction direction, FactNames row, Movement movement) {
    boolean request = direction == Direction.REQUEST;
    boolean breaks =
        !ANNOTATIONS.contains(row.fact())
            && movement != (request ? Movement.LOOSENED : Movement.TIGHTENED);
    String summary = row.summary(direction, movement);
    return breaks ? breaking(id, summary, request) : safe(id, summary, request);
  }

  private static RuleInfo breaking(String id, String summary, boolean request) {
    return new RuleInfo(
        id,
        summary,
        Severity.ERROR,
        Set.of(CLIENT_RUNTIME, SDK_COMPILE),
        request ? REQUEST_WHY : RESPONSE_WHY,
        request ? REQUEST_FIX : RESPONSE_FIX);
  }

  private static RuleInfo safe(String id, String summary, boolean request) {
    return new RuleInfo(
        id,
        summary,
        Severity.INFO,
        Set.of(),
        request ? REQUEST_SAFE : RESPONSE_SAFE,
        "Nothing to do.");
  }
}

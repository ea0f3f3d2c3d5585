package dev.steadfast.compat;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A rule as reports and {@code steadfast explain} show it.
 *
 * @param id in kebab-case
 * @param summary one line without a final period
 * @param severity under the profile {@code strict}
 * @param breaks who is hurt, in the order of {@link Hurt}
 * @param why who fails and how
 * @param fix what can be done today
 */
public record RuleInfo(
    String id, String summary, Severity severity, Set<Hurt> breaks, String why, String fix) {

  public RuleInfo {
    EnumSet<Hurt> sorted = EnumSet.noneOf(Hurt.class);
    sorted.addAll(breaks);
    breaks = Collections.unmodifiableSet(sorted);
  }

  static RuleInfo of(Rule rule) {
    return new RuleInfo(
        rule.id(),
        rule.summary(),
        rule.severity(),
        Set.copyOf(List.of(rule.breaks())),
        rule.why(),
        rule.fix());
  }
}

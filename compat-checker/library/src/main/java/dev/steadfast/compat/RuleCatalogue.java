package dev.steadfast.compat;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every rule there is. */
public final class RuleCatalogue {

  private static final TreeMap<String, RuleInfo> BY_ID = new TreeMap<>();

  static {
    for (ElementRule<?> rule : ElementRules.ALL) {
      RuleInfo info = of(rule);
      BY_ID.put(info.id(), info);
    }
    for (RuleInfo info : SchemaRules.all()) {
      BY_ID.put(info.id(), info);
    }
    for (RuleInfo info : PolicyRules.all()) {
      BY_ID.put(info.id(), info);
    }
  }

  private RuleCatalogue() {}

  static RuleInfo of(ElementRule<?> rule) {
    Rule annotation = rule.getClass().getAnnotation(Rule.class);
    if (annotation == null) {
      throw new IllegalStateException("no @Rule on " + rule.getClass());
    }
    return RuleInfo.of(annotation);
  }

  /** Sorted by id. */
  public static Collection<RuleInfo> all() {
    return Collections.unmodifiableCollection(BY_ID.values());
  }

  /** Sorted. */
  public static Set<String> ids() {
    return Collections.unmodifiableSet(BY_ID.keySet());
  }

  /** Empty when no rule has the id. */
  public static Optional<RuleInfo> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}

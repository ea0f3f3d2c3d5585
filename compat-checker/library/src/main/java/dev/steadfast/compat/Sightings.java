package dev.steadfast.compat;

import dev.steadfast.diff.Authorization;
import dev.steadfast.diff.Body;
import dev.steadfast.diff.Change;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Element;
import dev.steadfast.diff.Listener;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Place;
import dev.steadfast.diff.Response;
import dev.steadfast.diff.Site;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows every element to the rules and gathers what they see, one entry per change. */
final class Sightings implements Listener {

  private static final Map<Class<?>, List<Rated<?>>> RULES = rules();

  /** Kinds that many operations share, and whose rules look at nothing but the definition. */
  private static final Set<Class<?>> SHARED =
      Set.of(Authorization.class, Parameter.class, Body.class, Response.class);

  private final Map<Key, Sighting> seen = new LinkedHashMap<>();
  private final Set<Pair> silent = new HashSet<>();
  private final Map<Site, Carrier> carriers = new HashMap<>();

  /** In the order of the walk. */
  Collection<Sighting> all() {
    return seen.values();
  }

  @Override
  public <T extends Element> void changed(Class<T> kind, Change<T> change, Place place) {
    if (!SHARED.contains(kind) || !(change instanceof Change.Kept<T> kept)) {
      look(kind, change, place);
      return;
    }
    Pair pair =
        new Pair(
            new Identity(kept.before().at()),
            new Identity(kept.after().at()),
            place.direction(),
            place.message());
    if (!silent.contains(pair) && !look(kind, change, place)) {
      silent.add(pair);
    }
  }

  /* Whether any rule saw something. */
  private <T extends Element> boolean look(Class<T> kind, Change<T> change, Place place) {
    boolean any = false;
    for (Rated<?> rated : RULES.getOrDefault(kind, List.of())) {
      @SuppressWarnings("unchecked") // the map files each rule under its own kind
      ElementRule<T> rule = (ElementRule<T>) rated.rule();
      for (Hit hit : rule.see(change, place)) {
        Key key =
            new Key(
                rated.info().id(),
                new Identity(hit.base()),
                new Identity(hit.revision()),
                hit.message(),
                place.direction());
        seen.computeIfAbsent(key, k -> new Sighting(rated.info(), hit)).places().add(place);
        any = true;
      }
    }
    return any;
  }

  @Override
  public void schemas(Site site, Place place, Element before, Element after) {
    carriers.putIfAbsent(site, new Carrier(place, before, after));
  }

  /** What carries the schema at a place; null for a place that was not walked. */
  @Nullable Carrier carrier(Site site) {
    return carriers.get(site);
  }

  private static Map<Class<?>, List<Rated<?>>> rules() {
    Map<Class<?>, List<Rated<?>>> rules = new HashMap<>();
    for (ElementRule<?> rule : ElementRules.ALL) {
      rules.computeIfAbsent(rule.kind(), kind -> new ArrayList<>()).add(Rated.of(rule));
    }
    return rules;
  }

  private record Rated<T extends Element>(RuleInfo info, ElementRule<T> rule) {
    static <T extends Element> Rated<T> of(ElementRule<T> rule) {
      return new Rated<>(RuleCatalogue.of(rule), rule);
    }
  }

  private record Key(
      String rule, Identity base, Identity revision, String message, Direction direction) {}

  private record Pair(
      Identity before, Identity after, Direction direction, Place.Message message) {}

  /** A node as this very place, not as the value that it holds. */
  private record Identity(@Nullable Node node) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Identity that && node == that.node;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(node);
    }
  }
}

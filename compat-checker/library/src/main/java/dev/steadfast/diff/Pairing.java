package dev.steadfast.diff;

import dev.steadfast.diff.Change.Added;
import dev.steadfast.diff.Change.Kept;
import dev.steadfast.diff.Change.Removed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides which elements of two contracts are about the same messages. */
final class Pairing {

  private Pairing() {}

  /** Same key, same element; removed and kept in the old order, then added in the new one. */
  static <T> List<Change<T>> byKey(Map<String, T> before, Map<String, T> after) {
    List<Change<T>> changes = new ArrayList<>();
    before.forEach(
        (key, old) -> {
          T now = after.get(key);
          changes.add(now == null ? new Removed<>(old) : new Kept<>(old, now));
        });
    after.forEach(
        (key, now) -> {
          if (!before.containsKey(key)) {
            changes.add(new Added<>(now));
          }
        });
    return changes;
  }

  /**
   * Equal text first, then equal shape: a document may hold several templates of one shape, which
   * answer the same requests.
   */
  static List<Change<Operation>> operations(List<Operation> before, List<Operation> after) {
    Map<String, Operation> byText = new HashMap<>();
    after.forEach(now -> byText.putIfAbsent(now.local(), now));
    Map<Operation, Operation> pairs = new LinkedHashMap<>();
    for (Operation old : before) {
      Operation now = byText.get(old.local());
      if (now != null) {
        pairs.put(old, now);
      }
    }
    Set<Operation> taken = new LinkedHashSet<>(pairs.values());
    Map<String, List<Operation>> byShape = new HashMap<>();
    after.forEach(now -> byShape.computeIfAbsent(now.key(), key -> new ArrayList<>()).add(now));
    List<Change<Operation>> changes = new ArrayList<>();
    for (Operation old : before) {
      Operation now = pairs.get(old);
      if (now == null) {
        now = free(byShape.getOrDefault(old.key(), List.of()), taken);
      }
      if (now != null) {
        taken.add(now);
      }
      changes.add(now == null ? new Removed<>(old) : new Kept<>(old, now));
    }
    followServers(changes, after, taken);
    after.stream().filter(now -> !taken.contains(now)).map(Added::new).forEach(changes::add);
    return changes;
  }

  /* A part of the path that went from the servers to the templates, or back, moved no URL. */
  private static void followServers(
      List<Change<Operation>> changes, List<Operation> after, Set<Operation> taken) {
    if (changes.stream().noneMatch(change -> change instanceof Removed<Operation>)) {
      return;
    }
    Map<String, Operation> byUrl = new HashMap<>();
    for (Operation now : after) {
      if (!taken.contains(now)) {
        now.urls().forEach(url -> byUrl.putIfAbsent(url, now));
      }
    }
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof Removed<Operation> gone) {
        Operation now = null;
        for (String url : gone.before().urls()) {
          now = now == null ? byUrl.get(url) : now;
        }
        if (now != null && taken.add(now)) {
          changes.set(i, new Kept<>(gone.before(), now));
        }
      }
    }
  }

  private static @Nullable Operation free(List<Operation> candidates, Set<Operation> taken) {
    for (Operation candidate : candidates) {
      if (!taken.contains(candidate)) {
        return candidate;
      }
    }
    return candidates.isEmpty() ? null : candidates.get(0);
  }

  /** By place and name; what is left over by name alone: it moved. */
  static List<Change<Parameter>> parameters(
      Map<String, Parameter> before, Map<String, Parameter> after) {
    List<Parameter> arrivals = new ArrayList<>();
    after.forEach(
        (key, now) -> {
          if (!before.containsKey(key)) {
            arrivals.add(now);
          }
        });
    List<Change<Parameter>> changes = new ArrayList<>();
    Set<Parameter> moved = new LinkedHashSet<>();
    for (Change<Parameter> change : byKey(before, after)) {
      if (change instanceof Removed<Parameter> gone) {
        Parameter now = null;
        for (Parameter arrival : arrivals) {
          now = now == null && gone.before().movedTo(arrival) ? arrival : now;
        }
        if (now != null && moved.add(now)) {
          changes.add(new Kept<>(gone.before(), now));
          continue;
        }
      }
      if (!(change instanceof Added<Parameter> added && moved.contains(added.after()))) {
        changes.add(change);
      }
    }
    return changes;
  }

  /**
   * By the narrowest entry that covers the other's messages (OAS 3.1 §4.8.14), of two that stand
   * for the same type ({@code application/json} with a charset and without) by the same text. An
   * entry may meet several: a range and the types in it.
   */
  static List<Change<MediaType>> mediaTypes(List<MediaType> before, List<MediaType> after) {
    List<Kept<MediaType>> pairs = new ArrayList<>();
    for (MediaType old : before) {
      MediaType cover = narrowestCover(after, old.name());
      if (cover != null) {
        pairs.add(new Kept<>(old, cover));
      } else {
        after.stream()
            .filter(now -> narrowestCover(before, now.name()) == old)
            .forEach(now -> pairs.add(new Kept<>(old, now)));
      }
    }
    for (MediaType now : after) {
      MediaType cover = narrowestCover(before, now.name());
      if (cover != null && pairs.stream().noneMatch(pair -> pair.after() == now)) {
        pairs.add(new Kept<>(cover, now));
      }
    }
    return withLeftOvers(before, after, pairs);
  }

  static @Nullable MediaType narrowestCover(List<MediaType> candidates, String name) {
    MediaRange wanted = MediaRange.of(name);
    MediaType best = null;
    for (MediaType candidate : candidates) {
      if (candidate.range().covers(wanted) && (best == null || isBetter(candidate, best, name))) {
        best = candidate;
      }
    }
    return best;
  }

  private static boolean isBetter(MediaType candidate, MediaType best, String name) {
    int narrower = candidate.range().precision() - best.range().precision();
    return narrower > 0 || (narrower == 0 && candidate.name().equals(name));
  }

  private static <T> List<Change<T>> withLeftOvers(
      List<T> before, List<T> after, List<Kept<T>> pairs) {
    Set<T> paired = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Kept<T> pair : pairs) {
      paired.add(pair.before());
      paired.add(pair.after());
    }
    List<Change<T>> changes = new ArrayList<>(pairs);
    before.stream().filter(old -> !paired.contains(old)).map(Removed::new).forEach(changes::add);
    after.stream().filter(now -> !paired.contains(now)).map(Added::new).forEach(changes::add);
    return changes;
  }

  /**
   * For each status code: what the old document says of it with what the new one says. A code
   * governs itself before its range, and its range before {@code default} (OAS 3.1, Responses
   * Object). A new success code stands beside the old ones, not under {@code default}: clients take
   * it as the x00 of its class (RFC 9110 §15).
   */
  static List<Change<Response>> responses(List<Response> before, List<Response> after) {
    Map<String, Response> old = byStatus(before);
    Map<String, Response> now = byStatus(after);
    boolean saysSuccess = before.stream().anyMatch(Response::success);
    Set<String> cells = new TreeSet<>(Set.of("1XX", "2XX", "3XX", "4XX", "5XX"));
    cells.addAll(old.keySet());
    cells.addAll(now.keySet());
    cells.remove("default");
    List<Kept<Response>> pairs = new ArrayList<>();
    for (String cell : cells) {
      Response was = governing(old, cell);
      Response is = governing(now, cell);
      boolean beside =
          was != null
              && is != null
              && saysSuccess
              && is.success()
              && was.status().equals("default");
      boolean known = pairs.stream().anyMatch(pair -> pair.before() == was && pair.after() == is);
      if (was != null && is != null && !beside && !known) {
        pairs.add(new Kept<>(was, is));
      }
    }
    return withLeftOvers(before, after, pairs);
  }

  static Map<String, Response> byStatus(List<Response> responses) {
    Map<String, Response> byStatus = new LinkedHashMap<>();
    responses.forEach(response -> byStatus.putIfAbsent(response.status(), response));
    return byStatus;
  }

  static @Nullable Response governing(Map<String, Response> responses, String code) {
    Response exact = responses.get(code);
    if (exact != null) {
      return exact;
    }
    Response range = code.isEmpty() ? null : responses.get(code.charAt(0) + "XX");
    return range != null ? range : responses.get("default");
  }
}

package dev.steadfast.proof.contract;

import dev.steadfast.proof.load.Answer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client has learned from answers: ids, cursors, entity tags. The latest few of each kind.
 */
public final class Pool {

  private static final int MOST = 50;
  private static final Pattern ID = Pattern.compile("\"((pay|ref|mer)_[0-9A-HJKMNP-TV-Z]{26})\"");
  private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");
  private static final Map<String, String> KINDS =
      Map.of("paymentId", "pay", "refundId", "ref", "merchantId", "mer", "cursor", "next");

  private final Map<String, Deque<String>> known = new HashMap<>();

  /** Notes what an answer tells. */
  public void learn(Answer answer) {
    if (answer.status() / 100 != 2) {
      return;
    }
    Matcher ids = ID.matcher(answer.body());
    while (ids.find()) {
      note(ids.group(2), ids.group(1));
    }
    Matcher next = NEXT.matcher(answer.body());
    if (next.find()) {
      note("next", next.group(1));
    }
    answer.headers().first("ETag").ifPresent(tag -> note("etag", tag));
  }

  /** Forgets everything: what one client knows is of no use to the next. */
  public void forget() {
    known.clear();
  }

  private void note(String kind, String value) {
    Deque<String> values = known.computeIfAbsent(kind, key -> new ArrayDeque<>());
    values.remove(value);
    values.addFirst(value);
    while (values.size() > MOST) {
      values.removeLast();
    }
  }

  /** One that a parameter or property of this name may want. */
  Optional<String> any(String name, Random random) {
    String kind = name.startsWith("If-") ? "etag" : KINDS.getOrDefault(name, name);
    Deque<String> values = known.get(kind);
    return values == null || values.isEmpty()
        ? Optional.empty()
        : Optional.of(List.copyOf(values).get(random.nextInt(values.size())));
  }
}

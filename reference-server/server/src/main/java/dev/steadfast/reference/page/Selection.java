package dev.steadfast.reference.page;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a merchant a list shows: those that match everything that is given.
 *
 * @param states the values of the list's state column; all of them when empty
 * @param atLeast the smallest amount
 * @param atMost the largest amount
 * @param createdFrom the first instant
 * @param createdBefore the instant after the last one
 * @param condition what only this list has
 */
public record Selection(
    String merchantId,
    SortedSet<String> states,
    @Nullable String currency,
    @Nullable String paymentId,
    @Nullable String reference,
    @Nullable AmountBound atLeast,
    @Nullable AmountBound atMost,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore,
    @Nullable Condition condition) {

  public Selection {
    states = Collections.unmodifiableSortedSet(new TreeSet<>(states));
  }

  /** Whether a filter is given that the list in the order of creation has no index for. */
  boolean isByState() {
    return !states.isEmpty() || currency != null || atLeast != null || atMost != null;
  }

  /** All of it as text, the same for the same filters and for nothing else. */
  String scope() {
    StringBuilder text = new StringBuilder();
    for (Object part :
        new @Nullable Object[] {
          merchantId,
          List.copyOf(states),
          currency,
          paymentId,
          reference,
          atLeast,
          atMost,
          createdFrom,
          createdBefore,
          condition == null ? null : condition.name()
        }) {
      String value = String.valueOf(part);
      // the length first: no value can look like the end of another
      text.append(part == null ? -1 : value.length()).append(':').append(value);
    }
    return text.toString();
  }
}

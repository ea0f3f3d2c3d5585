package dev.steadfast.reference.page;

import java.time.Instant;
import java.util.Collections;
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

  /** The amount, when the limits leave only one. */
  @Nullable AmountBound onlyAmount() {
    return atLeast != null && atLeast.equals(atMost) ? atLeast : null;
  }

  /** All of it as text, the same for the same filters and for nothing else. */
  String scope() {
    StringBuilder text = new StringBuilder();
    text.append(states.size());
    states.forEach(state -> write(text, state));
    write(text, merchantId);
    write(text, currency);
    write(text, paymentId);
    write(text, reference);
    write(text, atLeast);
    write(text, atMost);
    write(text, createdFrom);
    write(text, createdBefore);
    write(text, condition == null ? null : condition.name());
    return text.toString();
  }

  /** The length first, so that no value looks like the end of another; none for no value. */
  private static void write(StringBuilder text, @Nullable Object part) {
    text.append(',');
    if (part != null) {
      String value = part.toString();
      text.append(value.length()).append(':').append(value);
    }
  }
}

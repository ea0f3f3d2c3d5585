package dev.steadfast.reference.page;

import dev.steadfast.reference.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads lists. What is promised about items that appear meanwhile is in docs/pagination.md. */
@Component
public final class Lists {
  private static final Duration PAUSE = Duration.ofMillis(10);

  /* From the sixth execution on PostgreSQL would use a plan for values that it does not know. */
  private static final String BY_VALUES = "SET LOCAL plan_cache_mode = force_custom_plan";

  private final JdbcTemplate jdbc;
  private final Cursors cursors;
  private final Writers writers;
  private final PageProperties properties;
  private final Clock clock;
  private final TransactionTemplate oneMoment;

  Lists(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Cursors cursors,
      Writers writers,
      PageProperties properties,
      Clock clock) {
    this.jdbc = jdbc;
    this.cursors = cursors;
    this.writers = writers;
    this.properties = properties;
    this.clock = clock;
    this.oneMoment = new TransactionTemplate(transactions);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    oneMoment.setReadOnly(true);
  }

  /**
   * One page.
   *
   * @param limit most items of it, at least 1
   * @param cursor the {@code next} of the page before; null for the first page
   * @throws ProblemException when the cursor is not one of this list
   */
  public <T> Page<T> page(
      Listing<T> listing, Selection selection, Order order, int limit, @Nullable String cursor) {
    String scope = listing.table() + " " + order + " " + selection.scope();
    Position after = cursor == null ? null : cursors.read(scope, cursor);
    // one more than asked for tells whether there is another page
    Query query = ListSql.page(listing, selection, order, after, limit + 1);
    Found<T> found =
        order == Order.CREATED_AT
            ? settled(listing, query, limit)
            : Found.of(rows(listing, query), limit);
    if (!found.more()) {
      return new Page<>(found.items(), null);
    }
    Position last = after == null ? beforeAll(selection) : after;
    if (!found.items().isEmpty()) {
      last = listing.position(found.items().get(found.items().size() - 1));
    }
    return new Page<>(found.items(), cursors.write(scope, last));
  }

  /** The items after so many others, and how many there are. */
  public <T> OffsetPage<T> offsetPage(
      Listing<T> listing, Selection selection, Order order, int offset, int limit) {
    Query items = ListSql.skipping(listing, selection, order, offset, limit);
    Query count = ListSql.count(listing, selection);
    return oneMoment.execute(
        moment -> {
          jdbc.execute(BY_VALUES);
          Long total = jdbc.queryForObject(count.sql(), Long.class, count.parameters().toArray());
          return new OffsetPage<>(read(listing, items), total == null ? 0 : total);
        });
  }

  private <T> List<T> rows(Listing<T> listing, Query query) {
    if (query.planning() == Query.Planning.ONCE) {
      return read(listing, query);
    }
    return oneMoment.execute(
        moment -> {
          jdbc.execute(BY_VALUES);
          return read(listing, query);
        });
  }

  private <T> List<T> read(Listing<T> listing, Query query) {
    return jdbc.query(
        query.sql(), (row, number) -> listing.read(row), query.parameters().toArray());
  }

  /**
   * The items before which nothing can appear any more. A transaction that is still writing may
   * have created an item earlier than others that are there already; the reader would go past its
   * place and never see it. So this waits until no such transaction is left, in general not at all.
   */
  private <T> Found<T> settled(Listing<T> listing, Query query, int limit) {
    Instant start = clock.instant();
    long began = System.nanoTime();
    while (true) {
      Duration waited = Duration.ofNanos(System.nanoTime() - began);
      Instant now = start.plus(waited);
      // first who writes, then what is written: who is missing in the one has ended before the
      // other
      Instant settled = now.minus(writers.oldest()).minus(properties.clockDifference());
      Found<T> found = Found.of(rows(listing, query), limit);
      List<T> shown =
          found.items().stream()
              .takeWhile(item -> listing.position(item).createdAt().isBefore(settled))
              .toList();
      if (shown.size() == found.items().size()) {
        return found;
      }
      if (waited.compareTo(properties.settleTimeout()) >= 0) {
        return new Found<>(shown, true);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static Position beforeAll(Selection selection) {
    Instant from = selection.createdFrom();
    return new Position(0, from == null ? Instant.EPOCH : from, "");
  }

  /**
   * What is known of a page.
   *
   * @param more whether the list goes on after the items
   */
  private record Found<T>(List<T> items, boolean more) {
    static <T> Found<T> of(List<T> rows, int limit) {
      return rows.size() > limit
          ? new Found<>(rows.subList(0, limit), true)
          : new Found<>(rows, false);
    }
  }
}

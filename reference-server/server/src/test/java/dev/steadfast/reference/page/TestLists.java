package dev.steadfast.reference.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Lists without the rest of the server. */
public final class TestLists {

  private TestLists() {}

  /** Lists on that database. */
  public static Lists on(DataSource database, Duration clockDifference, Duration settleTimeout) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    PageProperties properties = new PageProperties("", "", clockDifference, settleTimeout);
    return new Lists(
        jdbc,
        new DataSourceTransactionManager(database),
        new Cursors(properties),
        new Writers(jdbc),
        properties,
        Clock.systemUTC());
  }

  /** All items, page by page; every page but the last one is full. */
  public static <T> List<T> walk(int limit, Function<@Nullable String, Page<T>> pages) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<T> page = pages.apply(cursor);
      all.addAll(page.items());
      cursor = page.next();
      if (cursor != null) {
        assertThat(page.items()).hasSize(limit);
      }
    } while (cursor != null);
    return all;
  }

  /** What PostgreSQL does for a page. */
  public static Plan plan(
      DataSource database,
      Listing<?> listing,
      Selection selection,
      Order order,
      @Nullable Position after,
      int limit) {
    return Plan.of(database, ListSql.page(listing, selection, order, after, limit + 1));
  }

  /** What PostgreSQL does for a page of v1. */
  public static Plan planOfOffset(
      DataSource database, Listing<?> listing, Selection selection, Order order, int offset) {
    return Plan.of(database, ListSql.skipping(listing, selection, order, offset, 20));
  }
}

package dev.steadfast.proof.rows;

import dev.steadfast.local.ServerProcess;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Page;
import dev.steadfast.proof.Program;
import dev.steadfast.proof.Scale;
import dev.steadfast.proof.Stage;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list costs the same at its end as at its beginning, and shows everything once. */
public final class MillionRows implements Program {

  private static final String NEWEST_FIRST = "/v2/transactions?limit=100";
  static final Map<String, String> NO_LIMITS =
      Map.of(
          "STEADFAST_RATELIMIT_TIERS_BASIC_READS", "100",
          "STEADFAST_RATELIMIT_TIERS_BASIC_WRITES", "100",
          "STEADFAST_RATELIMIT_TIERS_PREMIUM_READS", "999999999",
          "STEADFAST_RATELIMIT_TIERS_PREMIUM_WRITES", "999999999",
          // connections that last, so that only pages are measured
          "SERVER_TOMCAT_MAX_KEEP_ALIVE_REQUESTS", "-1");

  @Override
  public String name() {
    return "million-rows";
  }

  @Override
  public String shows() {
    return "The page after a million transactions costs what the first one costs.";
  }

  @Override
  public void run(Stage stage, Scale scale, long seed, Page page)
      throws IOException, InterruptedException, SQLException {
    Merchant merchant = stage.merchant("premium");
    List<String> others = stage.merchants(20, "basic").stream().map(Merchant::id).toList();
    int payments = scale.of(30_000, 1_400_000);
    try (Connection connection = stage.postgres().connect()) {
      long start = System.nanoTime();
      Rows.fill(connection, merchant.id(), others, payments);
      long count = count(connection, merchant);
      page.line(
          String.format(
              Locale.ROOT,
              "%,d payments in all; %,d transactions of the merchant that reads; filled in %d s.",
              payments,
              count,
              (System.nanoTime() - start) / 1_000_000_000));
      // before others are added; a small table has few rows to leave out
      IndexUse.plans(stage, connection, merchant, count / scale.of(5, 50), page);
      try (ServerProcess server = stage.server("lists", NO_LIMITS)) {
        server.awaitReady(Duration.ofMinutes(2));
        Target target = Target.of(server.url());
        String deep = walk(connection, target, merchant, scale, page);
        depth(target, merchant, deep, scale, page);
        offsets(target, merchant, count, scale, page);
        tail(connection, target, merchant, scale, page);
      }
      IndexUse.weights(connection, page);
    }
    page.musts();
  }

  private static long count(Connection connection, Merchant merchant) throws SQLException {
    return Long.parseLong(
        Rows.ask(
                connection, "SELECT count(*) FROM transaction WHERE merchant_id = ?", merchant.id())
            .get(0));
  }

  /* The whole list, newest first, while payments are taken; the cursor after a million rows. */
  private static String walk(
      Connection connection, Target target, Merchant merchant, Scale scale, Page page)
      throws IOException, InterruptedException, SQLException {
    page.heading("The whole list, newest first, while payments are taken");
    int depth = scale.of(20_000, 1_000_000);
    List<String> before = inOrder(connection, merchant, "created_at DESC, id DESC", "-infinity");
    List<String> seen = new ArrayList<>();
    String deep = null;
    long start = System.nanoTime();
    int pages = 0;
    int taken;
    try (Payments others = new Payments(target, merchant, "newest-first-");
        ListReader reader = new ListReader(target, merchant)) {
      String cursor = null;
      do {
        ListReader.Part part = reader.page(NEWEST_FIRST, cursor);
        seen.addAll(part.ids());
        cursor = part.next();
        pages++;
        if (deep == null && seen.size() >= depth) {
          deep = cursor;
        }
      } while (cursor != null);
      taken = others.stop();
    }
    page.line(
        String.format(
            Locale.ROOT,
            "%,d transactions on %,d pages in %.1f s; %,d payments were taken meanwhile.",
            seen.size(),
            pages,
            (System.nanoTime() - start) / 1e9,
            taken));
    // a payment that was taken between the query above and the first page may be at the beginning
    Set<String> known = new HashSet<>(before);
    List<String> old = seen.stream().filter(known::contains).toList();
    page.must("no transaction is missing, twice or out of order", old.size(), old.equals(before));
    page.must(
        "no transaction that is newer than the first page appears on a later one",
        seen.size() - old.size() + " more",
        seen.subList(Math.min(100, seen.size()), seen.size()).stream().allMatch(known::contains));
    if (deep == null) {
      throw new IllegalStateException("the list ended before row " + depth);
    }
    return deep;
  }

  private static List<String> inOrder(
      Connection connection, Merchant merchant, String order, String from) throws SQLException {
    return Rows.ask(
        connection,
        "SELECT id FROM transaction WHERE merchant_id = ? AND created_at >= CAST(? AS TIMESTAMPTZ)"
            + " ORDER BY "
            + order,
        merchant.id(),
        from);
  }

  private static void depth(Target target, Merchant merchant, String deep, Scale scale, Page page)
      throws IOException {
    page.heading("The first page against the page at that depth, in turn");
    int times = scale.of(100, 3_000);
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("rows a page", "first, median µs", "deep, median µs", "ratio"));
    try (ListReader reader = new ListReader(target, merchant)) {
      for (int limit : List.of(20, 100)) {
        String address = "/v2/transactions?limit=" + limit;
        // both until they are compiled and cached
        median(reader, address, null, deep, times);
        long[] medians = median(reader, address, null, deep, times);
        double ratio = medians[1] / (double) medians[0];
        String words = String.format(Locale.ROOT, "%.2f", ratio);
        rows.add(Page.row(limit, medians[0] / 1000, medians[1] / 1000, words));
        page.must(
            "the deep page costs at most "
                + scale.of(3.0, 1.3)
                + " times the first one, "
                + limit
                + " rows",
            words,
            ratio <= scale.of(3.0, 1.3));
      }
    }
    page.table(rows);
  }

  private static long[] median(
      ListReader reader, String address, @Nullable String one, String other, int times)
      throws IOException {
    List<Long> ones = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      ones.add(reader.page(address, one).nanos());
      others.add(reader.page(address, other).nanos());
    }
    return new long[] {median(ones), median(others)};
  }

  private static long median(List<Long> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  private static void offsets(Target target, Merchant merchant, long count, Scale scale, Page page)
      throws IOException {
    page.heading("v1, by offset");
    List<List<String>> rows = new ArrayList<>();
    rows.add(Page.row("offset", "median ms"));
    try (ListReader reader = new ListReader(target, merchant)) {
      for (int offset : List.of(0, 1_000, 10_000, 100_000, 1_000_000)) {
        if (offset < count) {
          List<Long> nanos = new ArrayList<>();
          for (int i = 0; i < scale.of(3, 9); i++) {
            nanos.add(reader.page("/v1/transactions?limit=20&offset=" + offset, null).nanos());
          }
          rows.add(
              Page.row(
                  String.format(Locale.ROOT, "%,d", offset),
                  String.format(Locale.ROOT, "%.1f", median(nanos) / 1e6)));
        }
      }
    }
    page.table(rows);
  }

  /* At the young end, where transactions commit in another order than they began. */
  private static void tail(
      Connection connection, Target target, Merchant merchant, Scale scale, Page page)
      throws IOException, InterruptedException, SQLException {
    page.heading("The young end of the list, oldest first, while payments are taken");
    String from =
        Rows.ask(
                connection,
                "SELECT to_char(now() AT TIME ZONE 'UTC',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
            .get(0);
    String address =
        "/v2/transactions?limit=3&sort=createdAt&createdFrom=" + from.replace(":", "%3A");
    List<String> seen = new ArrayList<>();
    int ends = 0;
    int taken = 0;
    long end = System.nanoTime() + Duration.ofSeconds(scale.of(3, 30)).toNanos();
    List<Payments> others = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      others.add(new Payments(target, merchant, "oldest-first-" + i + "-"));
    }
    try (ListReader reader = new ListReader(target, merchant)) {
      boolean over = false;
      boolean read = false;
      String cursor = null;
      while (!read) {
        if (!over && System.nanoTime() > end) {
          for (Payments one : others) {
            taken += one.stop();
          }
          over = true;
        }
        ListReader.Part part = reader.page(address, cursor);
        if (part.next() != null) {
          seen.addAll(part.ids());
          cursor = part.next();
          continue;
        }
        ends++;
        // the last page is read again from the place where it began, until nobody writes
        if (over) {
          seen.addAll(part.ids());
          read = true;
        }
      }
    }
    List<String> wanted = inOrder(connection, merchant, "created_at, id", from);
    page.line(
        String.format(
            Locale.ROOT,
            "%,d payments taken by four clients, followed page by page; the end was reached %,d times.",
            taken,
            ends));
    page.must(
        "every transaction is seen once and in order",
        seen.size() + " of " + wanted.size(),
        seen.equals(wanted));
    page.must("payments were taken", taken, taken > 0 && taken <= wanted.size());
  }
}

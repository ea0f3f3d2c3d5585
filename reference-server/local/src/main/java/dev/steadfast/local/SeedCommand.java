package dev.steadfast.local;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Progress;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast seed}: realistic data, as much as is asked for. */
final class SeedCommand implements Command {

  private static final String USUAL = "1200000";
  private static final int BAR = 30;

  private final Surroundings surroundings;
  private final CommandSpec spec;

  SeedCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        Options.described(
            "seed",
            "Adds merchants, payments, refunds and transactions of the last 400 days to the"
                + " database that runs, nine of ten for the demo merchant. The ledger stays"
                + " balanced.");
    spec.addOption(
        Options.value(
            "--transactions", "N", "how many transactions at least, by default 1,200,000"));
    spec.addOption(Place.option());
    spec.usageMessage().footer("  steadfast seed", "  steadfast seed --transactions 50000");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    long wanted = count(arguments.matchedOptionValue("--transactions", USUAL));
    Place place = Place.of(arguments, surroundings);
    Optional<Database> database = State.live(place.data()).map(State::database);
    if (database.isEmpty()) {
      throw new UsageException(
          "no database is running; start it:  " + place.launcherWord() + " up -d");
    }
    long start = System.nanoTime();
    try (Progress progress = Progress.start(false, surroundings);
        Connection connection = database.get().connect()) {
      Seed seed = new Seed(connection, Instant.now(), System.nanoTime());
      seed.run(wanted, done -> progress.now(bar(done, wanted, start)));
      progress.hide();
      surroundings
          .out()
          .write(
              String.format(
                  Locale.ROOT,
                  "%,d merchants, %,d payments, %,d refunds, %,d transactions in %.1f s%n",
                  seed.merchants(),
                  seed.payments(),
                  seed.refunds(),
                  seed.transactions(),
                  (System.nanoTime() - start) / 1e9));
    } catch (SQLException e) {
      throw new UsageException("the database refuses: " + e.getMessage());
    }
    return ExitCode.CLEAN;
  }

  private static long count(String text) throws UsageException {
    try {
      long count = Long.parseLong(text.replaceAll("[_,]", ""));
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // the message below says it
    }
    throw new UsageException("--transactions '" + text + "' is not a number above 0");
  }

  private static String bar(long done, long wanted, long start) {
    int filled = (int) Math.min(BAR, BAR * done / wanted);
    double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
    return String.format(
        Locale.ROOT,
        "[%s%s] %,d of %,d transactions, %,.0f/s",
        "#".repeat(filled),
        ".".repeat(BAR - filled),
        done,
        wanted,
        done / seconds);
  }
}

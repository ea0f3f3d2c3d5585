package dev.steadfast.local;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Progress;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast down}: ends what {@code steadfast up} started. */
final class DownCommand implements Command {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Surroundings surroundings;
  private final CommandSpec spec;

  DownCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        Options.described(
            "down", "Stops what 'steadfast up' started and waits for its end; the data stays.");
    spec.addOption(Place.option());
    spec.usageMessage().footer("  steadfast down", "  steadfast down --data /var/tmp/payments");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    DataFolder data = Place.of(arguments, surroundings).data();
    Optional<State> state = State.read(data);
    List<Running> running =
        state.stream()
            .flatMap(it -> Stream.concat(Stream.of(it.supervisor()), processes(it)))
            .filter(Running::isAlive)
            .toList();
    if (running.isEmpty()) {
      surroundings.out().write("nothing is running\n");
      return ExitCode.CLEAN;
    }
    running.get(0).handle().ifPresent(ProcessHandle::destroy); // it ends the others in order
    try (Progress progress = Progress.start(false, surroundings)) {
      progress.now("stopping");
      await(running);
    }
    surroundings.out().write("stopped; the data is in " + data.root() + "\n");
    return ExitCode.CLEAN;
  }

  private static Stream<Running> processes(State state) {
    return state.all().map(State.Part::process);
  }

  private static void await(List<Running> running) throws UsageException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (running.stream().anyMatch(Running::isAlive)) {
        if (System.nanoTime() > end) {
          throw new UsageException(
              "still running after "
                  + PATIENCE.toSeconds()
                  + " s: "
                  + running.stream().filter(Running::isAlive).map(Running::pid).toList());
        }
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

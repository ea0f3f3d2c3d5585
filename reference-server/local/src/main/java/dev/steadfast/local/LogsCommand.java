package dev.steadfast.local;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast logs}: what the processes on this machine wrote. */
final class LogsCommand implements Command {

  private static final int LINES = 50;
  private static final long LARGEST_TAIL_BYTES = 1 << 20;
  private static final long PAUSE_MILLIS = 200;

  private final Surroundings surroundings;
  private final CommandSpec spec;

  /** A log, and how much of it was printed. */
  private static final class Tail {
    private final String prefix;
    private final Path file;
    private long printed;

    Tail(String prefix, Path file) {
      this.prefix = prefix;
      this.file = file;
    }

    /** The lines that are complete and were not given yet; begins again in a file that shrank. */
    List<String> news() throws IOException {
      try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
        long length = log.length();
        printed = Math.max(length < printed ? 0 : printed, length - LARGEST_TAIL_BYTES);
        byte[] bytes = new byte[(int) (length - printed)];
        log.seek(printed);
        log.readFully(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf('\n') + 1;
        printed += end;
        return new String(bytes, 0, end, StandardCharsets.UTF_8)
            .lines()
            .map(line -> prefix + line)
            .toList();
      }
    }
  }

  LogsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        Options.described("logs", "Shows the last " + LINES + " lines of each log, or of one.");
    spec.addPositional(
        Options.argument(0, "NAME", "s1, s2, edge, postgres, redis or up; by default all of them"));
    spec.addOption(Options.flag("--follow", "-f", "go on with what is written from now on"));
    spec.addOption(Place.option());
    spec.usageMessage().footer("  steadfast logs", "  steadfast logs -f s1");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    List<Tail> tails =
        tails(Place.of(arguments, surroundings).data(), arguments.matchedPositionalValue(0, ""));
    for (Tail tail : tails) {
      List<String> lines = tail.news();
      print(lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
    try {
      while (arguments.hasMatchedOption("--follow")) {
        Thread.sleep(PAUSE_MILLIS);
        for (Tail tail : tails) {
          print(tail.news());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.CLEAN;
  }

  private static List<Tail> tails(DataFolder data, String name) throws UsageException, IOException {
    List<String> names = new ArrayList<>(List.of("postgres", "redis"));
    if (Files.isDirectory(data.logs())) {
      try (Stream<Path> files = Files.list(data.logs())) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".log"))
            .map(file -> file.substring(0, file.length() - ".log".length()))
            .sorted()
            .forEach(names::add);
      }
    }
    names.removeIf(each -> !Files.exists(data.log(each)));
    if (names.isEmpty()) {
      throw new UsageException("there are no logs in " + data.root() + " yet");
    }
    if (name.isEmpty()) {
      return names.stream().map(each -> new Tail(each + " | ", data.log(each))).toList();
    }
    if (!names.contains(name)) {
      throw new UsageException("'" + name + "' is not one of the logs " + String.join(", ", names));
    }
    return List.of(new Tail("", data.log(name)));
  }

  private void print(List<String> lines) throws IOException {
    for (String line : lines) {
      surroundings.out().write(line + '\n');
    }
    surroundings.out().flush();
  }
}

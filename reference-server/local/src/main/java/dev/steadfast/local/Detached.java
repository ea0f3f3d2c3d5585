package dev.steadfast.local;

import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Surroundings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts a supervisor in the background and shows what it says until everything runs. */
final class Detached {

  private static final long PAUSE_MILLIS = 50;

  private final Place place;
  private final Surroundings surroundings;
  private long shown;

  Detached(Place place, Surroundings surroundings) {
    this.place = place;
    this.surroundings = surroundings;
  }

  /**
   * Runs this program with these arguments, free of this terminal.
   *
   * @return its exit code when it ends, {@link ExitCode#CLEAN} when it is ready
   */
  int start(List<String> arguments, String sameData) throws IOException, InterruptedException {
    Path log = place.data().log("up");
    Files.createDirectories(log.getParent());
    List<String> command = new ArrayList<>(Child.OWN_SESSION);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    Process supervisor =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(log.toFile())
            .start();
    Thread giveUp = new Thread(supervisor::destroy, "give up");
    Runtime.getRuntime().addShutdownHook(giveUp); // Ctrl-C while it starts stops it, too
    Optional<State> ready = Optional.empty();
    while (ready.isEmpty() && supervisor.isAlive()) {
      show(log);
      Thread.sleep(PAUSE_MILLIS);
      ready =
          State.read(place.data())
              .filter(state -> state.ready() && state.supervisor().pid() == supervisor.pid());
    }
    show(log);
    if (ready.isEmpty()) {
      return supervisor.exitValue();
    }
    Runtime.getRuntime().removeShutdownHook(giveUp);
    Summary.print(ready.get(), place, sameData, surroundings);
    return ExitCode.CLEAN;
  }

  private void show(Path log) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] news = new byte[(int) (file.length() - shown)];
      file.seek(shown);
      file.readFully(news);
      shown += news.length;
      surroundings.err().print(new String(news, StandardCharsets.UTF_8));
      surroundings.err().flush();
    }
  }
}

package dev.steadfast.local;

import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The process behind {@code steadfast up}: starts everything, watches it, and ends it. */
final class Supervisor {

  private static final Duration LEFTOVERS = Duration.ofSeconds(15);
  private static final long WATCH_MILLIS = 500;

  private final Place place;
  private final LocalSettings settings;
  private final Surroundings surroundings;

  Supervisor(Place place, LocalSettings settings, Surroundings surroundings) {
    this.place = place;
    this.settings = settings;
    this.surroundings = surroundings;
  }

  /**
   * Runs until the process is told to end.
   *
   * @param noInstall whether HAProxy is used only when it is there
   * @param sameData what makes another command work on the same data
   * @return the exit code when nothing was started
   */
  int run(boolean noInstall, String sameData)
      throws UsageException, IOException, InterruptedException {
    DataFolder data = place.data();
    Files.createDirectories(data.run());
    try (Narrator narrator = new Narrator(surroundings);
        FileChannel lockFile =
            FileChannel.open(
                data.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock(lockFile);
      endLeftovers(data);
      if (!passesGate(narrator)) {
        return ExitCode.FINDINGS;
      }
      bringEdge(narrator, noInstall);
      checkPorts();
      LocalStack stack = prepare(data, narrator);
      startAll(stack, data);
      narrator.say("ready after " + narrator.sinceStart() + " s");
      State ready = state(stack, true);
      ready.write(data); // up -d ends when it reads this, so everything is said before
      Summary.print(ready, place, sameData, surroundings);
      surroundings.out().write("Ctrl-C stops all of it.\n");
      surroundings.out().flush();
      StartupTraining.start(stack, data, settings.serverJar());
      watch(stack, narrator);
      return ExitCode.CLEAN;
    }
  }

  private void lock(FileChannel file) throws IOException, UsageException {
    FileLock lock = file.tryLock();
    if (lock == null) {
      Optional<State> state = State.live(place.data());
      throw new UsageException(
          "it is running already"
              + state
                  .map(live -> " (process " + live.supervisor().pid() + "): " + live.api())
                  .orElse("")
              + "; stop it:  "
              + place.launcherWord()
              + " down");
    }
  }

  /* A supervisor that was killed takes its processes with it within seconds; nothing else may. */
  private static void endLeftovers(DataFolder data) throws IOException, InterruptedException {
    Optional<State> state = State.read(data);
    if (state.isPresent()) {
      List<Running> left =
          state.get().all().map(State.Part::process).filter(Running::isAlive).toList();
      long end = System.nanoTime() + LEFTOVERS.toNanos();
      while (left.stream().anyMatch(Running::isAlive) && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      left.forEach(process -> process.handle().ifPresent(ProcessHandle::destroyForcibly));
      State.delete(data);
    }
  }

  private boolean passesGate(Narrator narrator) throws IOException, UsageException {
    narrator.begin("specifications");
    Gate.Answer answer = Gate.ask(settings.checkout(), surroundings.environment());
    if (answer.code() == ExitCode.CLEAN) {
      narrator.end(String.join(", ", answer.names()) + " keep what was released");
      return true;
    }
    narrator.say(answer.report().stripTrailing());
    if (answer.code() == ExitCode.NO_ANSWER) {
      throw new UsageException("a specification cannot be checked; nothing was started");
    }
    narrator.say("steadfast: a specification breaks its released version; nothing was started");
    return false;
  }

  private void bringEdge(Narrator narrator, boolean noInstall)
      throws IOException, InterruptedException {
    if (EdgeProcess.program().isPresent() || !Files.exists(settings.edgeConfiguration())) {
      return;
    }
    narrator.begin("HAProxy");
    Optional<String> refused =
        noInstall
            ? Optional.of("not installed here, and --no-install forbids it")
            : EdgeProcess.install(settings.edgeFolder());
    narrator.end(refused.map(why -> why + "; clients call the first server").orElse("installed"));
  }

  private void checkPorts() throws UsageException {
    Map<String, Address> needed = new LinkedHashMap<>();
    needed.put("PAYMENTS_BIND", settings.api());
    if (settings.hasEdge()) {
      needed.put("PAYMENTS_TLS_BIND", settings.tls());
      needed.put("METRICS_BIND", settings.metrics());
      needed.put("SERVER1", settings.servers().get(0));
    }
    needed.put("SERVER2", settings.servers().get(1));
    List<String> problems = new ArrayList<>();
    needed.forEach(
        (variable, address) -> {
          if (!Ports.isFree(address.port())) {
            problems.add(
                "port "
                    + address.port()
                    + " is taken by "
                    + Ports.holder(address.port()).map(Object::toString).orElse("another process")
                    + "; stop it, or choose another:  "
                    + variable
                    + "="
                    + address.host()
                    + ":"
                    + Ports.free());
          }
        });
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\nsteadfast: ", problems));
    }
  }

  /* From here on, the end of this process ends all of it. */
  private LocalStack prepare(DataFolder data, Narrator narrator) throws IOException {
    LocalStack stack = LocalStack.prepare(settings, narrator);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  narrator.say("stopping");
                  stack.close();
                  try {
                    State.delete(data);
                    narrator.say("stopped; the data is in " + data.root());
                  } catch (IOException e) {
                    narrator.say("stopped, but " + e.getMessage());
                  }
                },
                "stop"));
    return stack;
  }

  private void startAll(LocalStack stack, DataFolder data)
      throws IOException, UsageException, InterruptedException {
    state(stack, false).write(data);
    try {
      stack.run();
    } catch (IOException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private State state(LocalStack stack, boolean ready) {
    List<State.Part> parts = new ArrayList<>();
    stack.edge().ifPresent(edge -> parts.add(part("edge", edge.url(), edge.pid())));
    stack
        .postgres()
        .ifPresent(
            postgres ->
                parts.add(part("postgres", "127.0.0.1:" + postgres.port(), postgres.pid())));
    stack.redis().ifPresent(redis -> parts.add(part("redis", redis.url(), redis.pid())));
    @Nullable Database database = stack.database().url().isEmpty() ? null : stack.database();
    return new State(
        Running.of(ProcessHandle.current().pid()),
        ready,
        stack.api(),
        stack.tls().orElse(null),
        stack.servers().stream().map(it -> part(it.name(), it.url(), it.pid())).toList(),
        parts,
        database,
        stack.redisUrl().isEmpty() ? null : stack.redisUrl(),
        stack.metrics());
  }

  private static State.Part part(String name, String url, long pid) {
    return new State.Part(name, url, Running.of(pid));
  }

  private void watch(LocalStack stack, Narrator narrator) throws InterruptedException {
    List<State.Part> parts = state(stack, true).all().toList();
    Set<String> gone = new HashSet<>();
    while (!stack.isClosed()) {
      Thread.sleep(WATCH_MILLIS);
      for (State.Part part : parts) {
        if (!part.process().isAlive() && !stack.isClosed() && gone.add(part.name())) {
          Path log = place.data().log(part.name());
          narrator.say(
              part.name() + " (process " + part.process().pid() + ") ended; its log: " + log);
        }
      }
    }
  }
}

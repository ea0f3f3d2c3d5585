package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.cli.Checkout.Outcome;
import dev.steadfast.cli.Checkout.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference implementation as a user starts and stops it: real processes on one folder of data,
 * each test goes on where the one before ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpIT {

  private static final Pattern CURL =
      Pattern.compile("^ {2}curl .*\\\\\\n.*\\\\\\n.*$", Pattern.MULTILINE);
  private static final Pattern PART =
      Pattern.compile(
          "\\{\"name\":\"(\\w+)\",\"url\":\"[^\"]+\",\"pid\":(\\d+),\"state\":\"([\\w-]+)\"}");
  private static final Pattern PAYMENT = Pattern.compile("\"id\":\"(pay_\\w+)\"");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private static Path data;
  private static Checkout checkout;
  private static Map<String, String> environment;
  private static String paymentId = "";

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    checkout = Checkout.shared();
    environment = new HashMap<>(Checkout.freePorts());
    environment.put("DATA", data.toString());
    Outcome built = steadfast("token --data \"$DATA\"");
    assertThat(built.exit()).describedAs(built.err()).isZero();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    steadfast("down --data \"$DATA\"");
  }

  @Test
  @Order(1)
  void foreground_takesPaymentsUntilCtrlC() throws IOException, InterruptedException {
    Running up =
        Checkout.start(
            checkout.root(), environment, "./steadfast", "up", "--data", data.toString());
    awaitOutput(up, "Ctrl-C stops all of it.");
    List<String> curls =
        CURL.matcher(Files.readString(up.out())).results().map(MatchResult::group).toList();
    assertThat(curls).hasSize(2);

    for (String curl : curls) {
      Outcome paid = checkout.bash(curl, environment);
      assertThat(paid.out()).startsWith("HTTP/1.1 201").contains("\"status\":\"captured\"");
      paymentId = firstGroup(PAYMENT, paid.out());
    }

    Outcome healthy = status();
    assertThat(healthy.exit()).describedAs(healthy.out() + healthy.err()).isZero();
    assertThat(healthy.out()).startsWith("{\"healthy\":true,\"api\":\"http://127.0.0.1:");
    Map<String, Long> pids = pids(healthy.out());
    assertThat(pids).containsKeys("s1", "s2", "postgres", "redis");

    List<ProcessHandle> all = withDescendants(pids, up.process().toHandle());
    ProcessHandle killed = process(pids, "s2");
    killed.destroyForcibly();
    awaitEnd(List.of(killed), "s2 after kill -9");
    Outcome degraded = status();
    assertThat(degraded.exit()).isEqualTo(1);
    assertThat(degraded.out()).startsWith("{\"healthy\":false,").contains("\"state\":\"down\"");
    assertThat(states(degraded.out())).containsEntry("s2", "down").containsEntry("s1", "ready");

    checkout.bash("kill -s INT " + up.process().pid());
    assertThat(up.await().exit()).isEqualTo(130);
    awaitEnd(all, "after Ctrl-C");
    assertThat(status().exit()).isEqualTo(1);
  }

  @Test
  @Order(2)
  void supervisorThatIsKilled_takesAllWithIt() throws IOException, InterruptedException {
    Outcome up = steadfast("up -d --data \"$DATA\"");
    assertThat(up.exit()).describedAs(up.err()).isZero();
    assertThat(getPayment(up.out())).contains("\"id\":\"" + paymentId + "\"");
    Map<String, Long> pids = pids(status().out());
    ProcessHandle supervisor = supervisor();
    List<ProcessHandle> all = withDescendants(pids, supervisor);

    supervisor.destroyForcibly();

    awaitEnd(all, "after kill -9 of the supervisor");
  }

  @Test
  @Order(3)
  void background_afterThat_startsAgainAndIsStoppedByDown()
      throws IOException, InterruptedException {
    Outcome up = steadfast("up -d --data \"$DATA\"");
    assertThat(up.exit()).describedAs(up.err()).isZero();
    assertThat(getPayment(up.out())).contains("\"id\":\"" + paymentId + "\"");
    List<ProcessHandle> all = withDescendants(pids(status().out()), supervisor());

    Outcome conformance =
        steadfast("conformance " + api(up.out()) + " --lifecycle api-spec/lifecycle.yaml");
    assertThat(conformance.exit()).describedAs(conformance.out() + conformance.err()).isZero();

    Outcome second = steadfast("up --data \"$DATA\"");
    assertThat(second.exit()).isEqualTo(2);
    assertThat(second.err())
        .matches(
            "steadfast: it is running already \\(process \\d+\\): http://127.0.0.1:\\d+; stop it: "
                + " ./steadfast down\n");

    Outcome down = steadfast("down --data \"$DATA\"");
    assertThat(down)
        .isEqualTo(new Outcome(0, "stopped; the data is in " + data.toRealPath() + "\n", ""));
    awaitEnd(all, "after down");
    assertThat(steadfast("down --data \"$DATA\""))
        .isEqualTo(new Outcome(0, "nothing is running\n", ""));
  }

  private static Outcome steadfast(String arguments) throws IOException, InterruptedException {
    return checkout.bash("./steadfast " + arguments, environment);
  }

  private static Outcome status() throws IOException, InterruptedException {
    return steadfast("status --json --data \"$DATA\"");
  }

  private static String getPayment(String summary) throws IOException, InterruptedException {
    return checkout
        .bash(
            "curl -s "
                + api(summary)
                + "/v2/payments/"
                + paymentId
                + " -H \"Authorization: Bearer $(./steadfast token --data \"$DATA\")\"",
            environment)
        .out();
  }

  private static String api(String summary) {
    return firstGroup(Pattern.compile("is at (http://[\\d.:]+)"), summary);
  }

  /* What it started has it as its parent. */
  private static ProcessHandle supervisor() throws IOException, InterruptedException {
    return process(pids(status().out()), "s1").parent().orElseThrow();
  }

  private static ProcessHandle process(Map<String, Long> pids, String name) {
    return ProcessHandle.of(pids.getOrDefault(name, -1L)).orElseThrow();
  }

  private static Map<String, Long> pids(String json) {
    Map<String, Long> pids = new HashMap<>();
    PART.matcher(json).results().forEach(it -> pids.put(it.group(1), Long.valueOf(it.group(2))));
    return pids;
  }

  private static Map<String, String> states(String json) {
    Map<String, String> states = new HashMap<>();
    PART.matcher(json).results().forEach(it -> states.put(it.group(1), it.group(3)));
    return states;
  }

  private static List<ProcessHandle> withDescendants(
      Map<String, Long> pids, ProcessHandle supervisor) {
    List<ProcessHandle> all = new ArrayList<>(List.of(supervisor));
    pids.values().stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .forEach(all::add);
    assertThat(all).hasSizeGreaterThan(pids.size() + 1); // PostgreSQL has processes of its own
    return all;
  }

  private static void awaitEnd(List<ProcessHandle> processes, String when) {
    for (ProcessHandle process : processes) {
      assertThat(process.onExit()).describedAs(when).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  private static void awaitOutput(Running running, String text)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(running.out()).contains(text)) {
      assertThat(running.process().isAlive() && System.nanoTime() < end)
          .describedAs(() -> read(running.err()))
          .isTrue();
      Thread.sleep(50);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String firstGroup(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .findFirst()
        .map(it -> it.group(1))
        .orElseThrow(() -> new AssertionError(text));
  }
}

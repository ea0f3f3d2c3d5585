package dev.steadfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

  /* Ends at SIGTERM and says so. */
  private static final List<String> POLITE =
      List.of("bash", "-c", "trap 'echo bye; exit' TERM; echo ready; while :; do sleep 0.05; done");

  private static final List<String> STUBBORN =
      List.of("bash", "-c", "trap '' TERM; echo ready; while :; do sleep 0.05; done");

  @TempDir private Path folder;

  @Test
  void child_whoseSupervisorIsKilled_isAskedToStop() throws IOException, InterruptedException {
    assertThat(logAfterDeathOfSupervisor(POLITE)).isEqualTo("ready\nbye\n");
  }

  @Test
  void child_thatDoesNotListen_isKilled() throws IOException, InterruptedException {
    assertThat(logAfterDeathOfSupervisor(STUBBORN)).isEqualTo("ready\n");
  }

  @Test
  void hungChild_whoseSupervisorIsKilled_isKilled() throws IOException, InterruptedException {
    assertThat(
            logAfterDeathOfSupervisor(
                List.of("bash", "-c", "echo ready; kill -s STOP $$; echo resumed")))
        .isEqualTo("ready\n");
  }

  @Test
  void child_isNotInTheProcessGroupOfItsSupervisor() throws IOException, InterruptedException {
    Child child = start(POLITE);
    try {
      awaitReady(child);

      assertThat(group(child.pid())).isEqualTo(child.pid());
      assertThat(group(ProcessHandle.current().pid())).isNotEqualTo(child.pid());
    } finally {
      child.stop(Duration.ofSeconds(5));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX) // its command line is found in /proc
  void stoppedChild_leavesNoKeeperBehind() throws IOException, InterruptedException {
    List<String> program = new ArrayList<>(POLITE);
    program.add(folder.toString()); // tells the keeper from those of other tests
    Child child = start(program);
    awaitReady(child);
    List<ProcessHandle> keepers =
        ProcessHandle.allProcesses()
            .filter(process -> process.pid() != child.pid())
            .filter(process -> commandLine(process).contains(folder.toString()))
            .toList();

    child.stop(Duration.ofSeconds(5));

    assertThat(Files.readString(log())).isEqualTo("ready\nbye\n");
    assertThat(keepers).hasSize(1);
    assertThat(keepers.get(0).onExit()).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void child_hasNoChildOfOurs() throws IOException, InterruptedException {
    Child child = start(List.of("bash", "-c", "echo ready; exec sleep 60"));
    try {
      awaitReady(child);

      assertThat(ProcessHandle.of(child.pid()).orElseThrow().descendants()).isEmpty();
    } finally {
      child.kill9();
    }
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  /** Starts a child with its log and its program; waits to be killed. */
  static final class Supervisor {

    private Supervisor() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      List<String> all = List.of(arguments);
      Child child =
          Child.start("child", all.subList(1, all.size()), Map.of(), Path.of(all.get(0)), "TERM");
      System.out.println(child.pid());
      Thread.sleep(60_000);
    }
  }

  private String logAfterDeathOfSupervisor(List<String> program)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Supervisor.class.getName(),
                log().toString()));
    command.addAll(program);
    Process supervisor = new ProcessBuilder(command).start();
    ProcessHandle child;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(supervisor.getInputStream(), StandardCharsets.UTF_8))) {
      child = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      while (!Files.readString(log()).startsWith("ready\n")) {
        Thread.sleep(10);
      }
      supervisor.destroyForcibly();
      assertThat(supervisor.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(15));
    return Files.readString(log());
  }

  private Child start(List<String> program) throws IOException {
    return Child.start("child", program, Map.of(), log(), "TERM");
  }

  private void awaitReady(Child child) throws IOException, InterruptedException {
    Await.ready(child, Duration.ofSeconds(10), () -> Files.readString(log()).startsWith("ready\n"));
  }

  private Path log() {
    return folder.resolve("child.log");
  }

  private static long group(long pid) throws IOException, InterruptedException {
    Process ps = new ProcessBuilder("ps", "-o", "pgid=", "-p", Long.toString(pid)).start();
    String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(ps.waitFor()).isZero();
    return Long.parseLong(text);
  }
}

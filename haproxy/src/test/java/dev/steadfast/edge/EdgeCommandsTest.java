package dev.steadfast.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.cli.UsageException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands, on a running HAProxy. */
class EdgeCommandsTest {

  @TempDir static Path folder;

  private static TestEdge edge;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    edge = new TestEdge(folder, Map.of("EDGE_SERVER_MAXCONN", "50"));
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @AfterEach
  void putBack() throws EdgeException, IOException {
    edge.s1().ready(true);
    edge.s2().ready(true);
    Edge api = edge.api();
    api.ready("s1");
    api.ready("s2");
    api.brownoutAsPlanned("v1");
    assertThat(EdgePart.becomes(Duration.ofSeconds(5), () -> allUp(api))).isTrue();
  }

  @Test
  void drain_ofAServer_sendsNothingNewAndIsKept() throws Exception {
    CommandRun.Ended ended = run("drain", "s1");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .matches(
            """
            s1 gets no new request; 0 inside are finished; 1 other servers take its part\\.
            s1 is drained and empty after \\d+\\.\\d s; stop it now, or: steadfast edge ready s1
            """);
    assertThat(edge.sharedToS1(20)).isZero();
    assertThat(Files.readString(edge.state("operator.cfg")))
        .endsWith("\tsetenv SERVER1_WEIGHT 0\n");
  }

  @Test
  void drain_ofTheLastServer_isRefused() throws Exception {
    run("drain", "s1");
    CommandRun.Ended ended = run("drain", "s2");
    assertThat(ended)
        .isEqualTo(
            new CommandRun.Ended(
                2,
                "",
                "steadfast: s2 is the only server that takes requests; nothing was changed\n"));
    assertThat(edge.sharedToS1(10)).isZero();
  }

  @Test
  void drain_whileARequestIsInside_waitsForIt() throws Exception {
    edge.s2().hold();
    try {
      edge.api().weight("s1", 0);
      Thread request =
          new Thread(
              () -> {
                try {
                  edge.send(edge.request("/v2/payments"));
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      request.start();
      assertThat(
              EdgePart.becomes(Duration.ofSeconds(5), () -> edge.api().server("s2").inside() == 1))
          .isTrue();
      edge.api().ready("s1");
      assertThat(run("drain", "s2", "--wait", "0").code()).isEqualTo(1);
      edge.s2().release();
      assertThat(run("drain", "s2").code()).isZero();
      assertThat(edge.api().server("s2").inside()).isZero();
      request.join();
    } finally {
      edge.s2().release();
    }
  }

  @Test
  void ready_ofADrainedServer_givesItItsPartAgain() throws Exception {
    run("drain", "s1");
    CommandRun.Ended ended = run("ready", "s1");
    assertThat(ended.code()).as(ended.out()).isZero();
    assertThat(ended.out())
        .startsWith("s1 (DRAIN, weight 100) takes its usual part again, weight 100.\ns1 is UP, ");
    assertThat(edge.sharedToS1(20)).isEqualTo(10);
    assertThat(Files.readString(edge.state("operator.cfg"))).endsWith("global\n");
  }

  @Test
  void ready_ofASickServer_failsAndShowsTheCheck() throws Exception {
    edge.s1().ready(false);
    EdgePart.becomes(Duration.ofSeconds(5), () -> !edge.api().server("s1").isUp());
    CommandRun.Ended ended = run("ready", "s1");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("s1 is DOWN, check L7STS 503 in ");
  }

  @Test
  void drain_whileNoOtherServerPassesItsCheck_stillSendsNothing() throws Exception {
    run("drain", "s1");
    edge.s2().ready(false);
    assertThat(EdgePart.becomes(Duration.ofSeconds(5), () -> !edge.api().server("s2").isUp()))
        .isTrue();
    assertThat(edge.sharedToS1(20)).isZero();
    assertThat(edge.send(edge.request("/v2/payments")).body()).isEqualTo("s2");
  }

  @Test
  void weight_ofAServer_isSetAndKept() throws Exception {
    CommandRun.Ended ended = run("weight", "s2", "50");
    assertThat(ended)
        .isEqualTo(
            new CommandRun.Ended(
                0, "s2 gets weight 50 instead of 100.\ns2 has weight 50 of 150 in total.\n", ""));
    assertThat(Files.readString(edge.state("operator.cfg")))
        .endsWith("\tsetenv SERVER2_WEIGHT 50\n");
  }

  @Test
  void weight_outOfRange_isAUsageError() {
    assertThatThrownBy(() -> run("weight", "s2", "257"))
        .isInstanceOf(UsageException.class)
        .hasMessage("a weight is a number from 0 to 256, not '257'");
  }

  @Test
  void server_unknown_isAnErrorThatListsTheOthers() throws Exception {
    assertThat(run("weight", "s9", "50"))
        .isEqualTo(
            new CommandRun.Ended(2, "", "steadfast: 's9' is not one of the servers s1, s2\n"));
  }

  @Test
  void canary_ofTenPercent_getsItsShareAndIsRolledBack() throws Exception {
    CommandRun.Ended ended = run("canary", "10");
    assertThat(ended)
        .isEqualTo(
            new CommandRun.Ended(
                0,
                """
                s2 gets 10 % of all requests, instead of 0 %; the other servers share the rest.
                It does. Watch its errors and times beside the others': steadfast edge status
                """,
                ""));
    int requests = 2_000;
    // five standard deviations of the lot are 3.4 points
    assertThat(requests - edge.sharedToS1(requests)).isBetween(132, 268);

    assertThat(run("canary", "rollback").out())
        .isEqualTo(
            """
            s2 gets nothing any more, instead of 10 %.
            It does. Put the old version back on it, then: steadfast edge ready s2
            """);
    assertThat(edge.sharedToS1(200)).isEqualTo(200);
    assertThat(run("ready", "s2").code()).isZero();
    assertThat(edge.sharedToS1(20)).isEqualTo(10);
  }

  @Test
  void canary_thatDies_leavesNobodyWithoutAnAnswer() throws Exception {
    run("canary", "50");
    edge.s2().ready(false);
    assertThat(EdgePart.becomes(Duration.ofSeconds(5), () -> !edge.api().server("s2").isUp()))
        .isTrue();
    assertThat(edge.sharedToS1(40)).isEqualTo(40);
  }

  @Test
  void decisions_afterAReload_stillHold() throws Exception {
    run("canary", "100");
    run("brownout", "on", "v1");
    long worker = edge.api().info().pid();
    edge.process().reload();
    assertThat(
            EdgePart.becomes(
                Duration.ofSeconds(10),
                () -> {
                  try {
                    return edge.api().info().pid() != worker;
                  } catch (EdgeException whileItChanges) {
                    return false;
                  }
                }))
        .isTrue();
    assertThat(edge.api().canary()).isEqualTo(new Canary("s2", 100));
    assertThat(edge.api().server("s2").weight()).isZero();
    assertThat(edge.send(edge.request("/v1/payments")).statusCode()).isEqualTo(410);
    assertThat(edge.sharedToS1(20)).isZero();
  }

  @Test
  void brownout_onAndOff_switchesTheEndingVersion() throws Exception {
    assertThat(run("brownout", "on").out())
        .isEqualTo(
            """
            Every request of v1 is answered with 410 from now on.
            Done: v1 answers 410, decided by an operator
            """);
    assertThat(edge.send(edge.request("/v1/payments")).statusCode()).isEqualTo(410);
    assertThat(edge.send(edge.request("/v2/payments")).statusCode()).isEqualTo(200);

    assertThat(run("brownout", "off").code()).isZero();
    assertThat(edge.send(edge.request("/v1/payments")).statusCode()).isEqualTo(200);
    assertThat(run("brownout", "planned").out())
        .isEqualTo(
            """
            v1 follows its planned brownouts; now it is served.
            Done: v1 is served, decided by the dates of lifecycle.yaml
            """);
  }

  @Test
  void brownout_ofAnUnknownVersion_isAUsageError() {
    assertThatThrownBy(() -> run("brownout", "on", "v9"))
        .isInstanceOf(UsageException.class)
        .hasMessage("'v9' is not one of the versions v1, v2");
  }

  @Test
  void status_forPeople_isATable() throws Exception {
    CommandRun.Ended ended = run("status");
    assertThat(ended.code()).isZero();
    assertThat(ended.out().lines().skip(1).limit(3).toList())
        .containsExactly(
            "canary: none",
            "",
            "server  address               state    weight  inside  waiting   requests     5xx  check");
    assertThat(ended.out()).matches("(?s)HAProxy 2\\.\\d.*\ns1 .*\ns2 .*\n");
  }

  @Test
  void status_forPrograms_isOneObject() throws Exception {
    run("canary", "10");
    CommandRun.Ended ended = run("status", "--json");
    JsonNode status = new JsonMapper().readTree(ended.out());
    assertThat(status.propertyNames())
        .containsExactly("healthy", "edge", "waiting", "canary", "brownouts", "servers");
    assertThat(status.get("healthy").booleanValue()).isTrue();
    assertThat(status.get("canary").toString())
        .isEqualTo("{\"server\":\"s2\",\"percent\":10,\"on\":true}");
    assertThat(status.get("brownouts").get(0).toString())
        .isEqualTo("{\"version\":\"v1\",\"planned\":false,\"override\":\"none\"}");
    assertThat(status.get("servers").get(1).get("weight").intValue()).isZero();
  }

  @Test
  void status_withASickServer_endsWithOne() throws Exception {
    edge.s1().ready(false);
    EdgePart.becomes(Duration.ofSeconds(5), () -> !edge.api().server("s1").isUp());
    assertThat(run("status").code()).isEqualTo(1);
  }

  @Test
  void socket_missing_isAClearError() throws Exception {
    Path nowhere = folder.resolve("nowhere.sock");
    assertThat(CommandRun.edge("status", "--socket", nowhere.toString()))
        .isEqualTo(
            new CommandRun.Ended(
                2,
                "",
                "steadfast: there is no socket "
                    + nowhere
                    + "; start the edge (steadfast up), or name its --socket\n"));
  }

  @Test
  void socket_ofAnotherProgram_isAClearError(@TempDir Path other) throws Exception {
    Path socket = other.resolve("other.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      Thread answer =
          new Thread(
              () -> {
                try {
                  server.accept().close();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      answer.start();
      CommandRun.Ended ended = CommandRun.edge("status", "--socket", socket.toString());
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).startsWith("steadfast: ").contains(socket.toString());
      answer.join();
    }
  }

  private static boolean allUp(Edge api) throws EdgeException {
    return api.servers().stream().allMatch(server -> server.state().equals("UP"));
  }

  private static CommandRun.Ended run(String... args) throws UsageException, IOException {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--socket";
    all[args.length + 1] = edge.socket().toString();
    return CommandRun.edge(all);
  }
}

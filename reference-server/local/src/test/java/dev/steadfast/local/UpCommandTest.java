package dev.steadfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code steadfast up} refuses before it starts anything. */
class UpCommandTest {

  private static final String SPECIFICATION =
      """
      openapi: 3.1.1
      info: { title: Payments, version: 1.0.0 }
      paths:
        /payments:
          get:
            operationId: listPayments
            responses:
              '200': { description: all of them }
      """;

  @TempDir private Path checkout;

  @BeforeEach
  void writeSpecifications() throws IOException {
    Files.createDirectories(checkout.resolve("api-spec/released"));
    Files.writeString(checkout.resolve("api-spec/released/payments-v1.yaml"), SPECIFICATION);
    Files.writeString(checkout.resolve("api-spec/payments-v1.yaml"), SPECIFICATION);
  }

  @Test
  void breakingChange_stopsItWithTheFinding() throws IOException {
    Files.writeString(
        checkout.resolve("api-spec/payments-v1.yaml"), SPECIFICATION.replace("get:", "put:"));

    Run run = up(ports());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("[operation-removed]")
        .endsWith("steadfast: a specification breaks its released version; nothing was started\n");
    assertNothingStarted();
  }

  @Test
  void unreadableSpecification_stopsIt() throws IOException {
    Files.writeString(checkout.resolve("api-spec/payments-v1.yaml"), "openapi: [");

    Run run = up(ports());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).endsWith("a specification cannot be checked; nothing was started");
    assertNothingStarted();
  }

  @Test
  void takenPorts_areNamedWithTheirHolder() throws IOException {
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> ports = ports();
      ports.put("PAYMENTS_BIND", "127.0.0.1:" + one.getLocalPort());
      ports.put("SERVER2", "127.0.0.1:" + other.getLocalPort());

      Run run = up(ports);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(
              "port "
                  + one.getLocalPort()
                  + " is taken by process "
                  + ProcessHandle.current().pid()
                  + " (")
          .contains("; stop it, or choose another:  PAYMENTS_BIND=127.0.0.1:")
          .contains("\nsteadfast: port " + other.getLocalPort() + " is taken by process ")
          .contains("; stop it, or choose another:  SERVER2=127.0.0.1:");
      assertNothingStarted();
    }
  }

  @Test
  void wrongAddress_saysWhatIsExpected() throws IOException {
    assertThat(up(Map.of("SERVER1", "9001")))
        .isEqualTo(new Run(2, "", "SERVER1 '9001': '9001' is not HOST:PORT"));
    assertThat(Run.of(checkout, Map.of(), UpCommand::new, "--port", "99999"))
        .isEqualTo(new Run(2, "", "--port '99999': a port is 1 to 65535, got 99999"));
  }

  private Run up(Map<String, String> environment) throws IOException {
    return Run.of(checkout, environment, UpCommand::new, "--no-install");
  }

  private static Map<String, String> ports() {
    Map<String, String> ports = new HashMap<>();
    Stream.of("PAYMENTS_BIND", "PAYMENTS_TLS_BIND", "METRICS_BIND", "SERVER1", "SERVER2")
        .forEach(variable -> ports.put(variable, Address.free().toString()));
    return ports;
  }

  private void assertNothingStarted() {
    Path data = checkout.resolve(".steadfast/data");
    assertThat(data.resolve("postgres")).doesNotExist();
    assertThat(data.resolve("redis")).doesNotExist();
    assertThat(data.resolve("logs")).doesNotExist();
    assertThat(data.resolve("run/state.json")).doesNotExist();
  }
}

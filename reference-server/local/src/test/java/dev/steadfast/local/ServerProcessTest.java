package dev.steadfast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private static Path folder;
  private static Path jar;

  @BeforeAll
  static void pack() throws IOException {
    jar = TinyServer.jar(folder.resolve("server.jar"));
  }

  @Test
  void startedServer_knowsItsNameAndPort() throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(jar, "s1", Ports.free(), Map.of())) {
      server.awaitReady(PATIENCE);

      assertThat(answer(server)).isEqualTo("s1");
      assertThat(Ports.holder(server.port()).map(Ports.Holder::pid)).contains(server.pid());

      server.terminate();
      assertThat(server.ended(PATIENCE)).isTrue();
    }
  }

  @Test
  void serverThatEnds_isReportedWithItsLog() throws IOException {
    Path log = folder.resolve("broken.log");
    try (ServerProcess server =
        ServerProcess.start(jar, "s2", Ports.free(), Map.of("BROKEN", "1"), List.of(), log)) {

      assertThatThrownBy(() -> server.awaitReady(PATIENCE))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "s2 did not start, it ended with exit code 3; %s ends with:\ncannot bind", log);
    }
  }

  @Test
  void killedServer_answersOnTheSamePortAfterRestart() throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(jar, "s1", Ports.free(), Map.of())) {
      server.awaitReady(PATIENCE);

      server.kill9();
      assertThat(server.isAlive()).isFalse();
      server.restart();
      server.awaitReady(PATIENCE);

      assertThat(answer(server)).isEqualTo("s1");
    }
  }

  @Test
  void hungServer_answersAfterResume() throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(jar, "s1", Ports.free(), Map.of())) {
      server.awaitReady(PATIENCE);

      server.hang();
      assertThatThrownBy(() -> answer(server)).isInstanceOf(HttpTimeoutException.class);
      server.resume();

      assertThat(answer(server)).isEqualTo("s1");
    }
  }

  private static String answer(ServerProcess server) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url())).timeout(Duration.ofSeconds(1)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}

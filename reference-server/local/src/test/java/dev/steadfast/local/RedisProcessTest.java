package dev.steadfast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisProcessTest {

  @TempDir private static Path folder;
  private static RedisProcess redis;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    redis = RedisProcess.start(folder);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @Test
  void url_namesTheLoopbackAddress() {
    assertThat(redis.url()).isEqualTo("redis://127.0.0.1:" + redis.port());
  }

  @Test
  void value_afterStopAndStart_isThere() throws IOException, InterruptedException {
    assertThat(ask("SET kept 42")).isEqualTo("+OK");

    redis.restart();

    assertThat(ask("EXISTS kept")).isEqualTo(":1");
  }

  @Test
  void killedServer_answersAgainAfterRestart() throws IOException, InterruptedException {
    redis.kill9();
    assertThat(redis.isAlive()).isFalse();
    assertThatThrownBy(() -> ask("PING")).isInstanceOf(IOException.class);

    redis.restart();

    assertThat(ask("PING")).isEqualTo("+PONG");
  }

  @Test
  void hungServer_takesConnectionsAndAnswersAfterResume() throws IOException {
    redis.hang();
    assertThatThrownBy(() -> ask("PING")).isInstanceOf(SocketTimeoutException.class);

    redis.resume();

    assertThat(ask("PING")).isEqualTo("+PONG");
  }

  @Test
  void flush_deletesAll() throws IOException {
    assertThat(ask("SET gone 1")).isEqualTo("+OK");

    redis.flush();

    assertThat(ask("DBSIZE")).isEqualTo(":0");
  }

  private static String ask(String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
      socket.setSoTimeout(500);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return String.valueOf(
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine());
    }
  }
}

package dev.steadfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.local.Ports.Holder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {

  @Test
  void freePort_isFree() {
    assertThat(Ports.isFree(Ports.free())).isTrue();
  }

  @Test
  @EnabledOnOs(OS.LINUX) // the table of sockets is Linux's
  void takenPort_namesItsHolder() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Optional<Holder> holder = Ports.holder(socket.getLocalPort());

      assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
      assertThat(holder.map(Holder::pid)).contains(ProcessHandle.current().pid());
      assertThat(holder.map(Holder::command).map(command -> command.split(" ", 2)[0]))
          .hasValueSatisfying(program -> assertThat(Path.of(program)).hasFileName("java"));
    }
  }

  @Test
  void freePort_hasNoHolder() {
    assertThat(Ports.holder(Ports.free())).isEmpty();
  }
}

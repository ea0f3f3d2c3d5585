package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;

  @Test
  void file_keepsItsOldContentUntilPublished() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    try (AtomicFile atomic = AtomicFile.create(file)) {
      atomic.writer().write("new");
      assertThat(Files.readString(file)).isEqualTo("old");
      atomic.publish();
    }
    assertThat(Files.readString(file)).isEqualTo("new");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void file_thatIsNotPublished_leavesNothing() throws IOException {
    try (AtomicFile atomic = AtomicFile.create(folder.resolve("a"))) {
      atomic.writer().write("half");
    }
    assertThat(names()).isEmpty();
  }

  @Test
  void link_isFollowed() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    try (AtomicFile atomic = AtomicFile.create(link)) {
      atomic.writer().write("new");
      atomic.publish();
    }
    assertThat(Files.readString(file)).isEqualTo("new");
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @Test
  void whatIsNoRegularFile_isWrittenAndStays() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> reader =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                return String.valueOf(e.getMessage());
              }
            });
    try (AtomicFile atomic = AtomicFile.create(pipe)) {
      atomic.writer().write("through");
      atomic.publish();
    }
    assertThat(reader.get(60, TimeUnit.SECONDS)).isEqualTo("through");
    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(names()).containsExactly("pipe");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}

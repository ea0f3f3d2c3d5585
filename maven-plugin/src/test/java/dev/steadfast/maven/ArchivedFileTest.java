package dev.steadfast.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.spec.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivedFileTest {

  private static final int PLENTY = 1000;

  @TempDir private Path folder;
  private Path archive = Path.of("");

  @BeforeEach
  void archive() throws IOException {
    archive = folder.resolve("api.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (String name : new String[] {"api/v1.yaml", "api/schemas/payment.yaml", "secret.yaml"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(UTF_8));
      }
    }
  }

  @Test
  void file_isReadAndNamedAfterItsArtifact() throws IOException {
    ArchivedFile file = ArchivedFile.of(archive, "g:a:1.0", "/api/v1.yaml");
    assertThat(file.exists()).isTrue();
    assertThat(file.name()).isEqualTo("g:a:1.0:api/v1.yaml");
    assertThat(file.bytes(PLENTY)).asString(UTF_8).isEqualTo("api/v1.yaml");
  }

  @Test
  void file_thatIsAbsent_doesNotExist() throws IOException {
    ArchivedFile file = ArchivedFile.of(archive, "g:a:1.0", "api/v2.yaml");
    assertThat(file.exists()).isFalse();
    assertThatThrownBy(() -> file.bytes(PLENTY))
        .isInstanceOf(IOException.class)
        .hasMessage("no such file");
  }

  @Test
  void file_longerThanAllowed_isRefused() {
    ArchivedFile file = ArchivedFile.of(archive, "g:a:1.0", "api/v1.yaml");
    assertThatThrownBy(() -> file.bytes(4))
        .isInstanceOf(IOException.class)
        .hasMessage("is longer than 4 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "schemas/payment.yaml, g:a:1.0:api/schemas/payment.yaml",
    "./v1.yaml, g:a:1.0:api/v1.yaml",
    "schemas/../v1.yaml, g:a:1.0:api/v1.yaml"
  })
  void sibling_belowTheFolder_isFound(String relative, String name) throws IOException {
    Source sibling = ArchivedFile.of(archive, "g:a:1.0", "api/v1.yaml").sibling(relative);
    assertThat(sibling.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret.yaml", "/secret.yaml", "schemas/../../secret.yaml"})
  void sibling_outsideTheFolder_isRefused(String relative) {
    ArchivedFile file = ArchivedFile.of(archive, "g:a:1.0", "api/v1.yaml");
    assertThatThrownBy(() -> file.sibling(relative))
        .isInstanceOf(IOException.class)
        .hasMessage("leads outside the folder 'api/'");
  }

  @Test
  void sibling_ofASibling_staysInTheFolder() throws IOException {
    Source sibling =
        ArchivedFile.of(archive, "g:a:1.0", "api/v1.yaml").sibling("schemas/payment.yaml");
    assertThat(sibling.sibling("../v1.yaml").name()).isEqualTo("g:a:1.0:api/v1.yaml");
    assertThatThrownBy(() -> sibling.sibling("../../secret.yaml"))
        .isInstanceOf(IOException.class)
        .hasMessage("leads outside the folder 'api/'");
  }
}

package dev.steadfast.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitSourceTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void commitAnApi() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("api"));
    Files.writeString(
        folder.resolve("api/api.yaml"),
        """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths: {}
        components: {schemas: {A: {$ref: 'a.yaml#/A'}}}
        """);
    Files.writeString(folder.resolve("api/a.yaml"), "A: {type: string}\n");
    Files.writeString(folder.resolve("outside.yaml"), "A: {type: string}\n");
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "one");
    Files.writeString(folder.resolve("api/a.yaml"), "A: {type: nonsense}\n");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).inheritIO().start();
    assertThat(git.waitFor()).isZero();
  }

  private List<String> problems(String revision, String path) {
    return Given.problems(SpecReader.read(Source.git(folder, revision, path)));
  }

  @Test
  void aDocument_isReadAsCommitted_withItsFiles() {
    Reading reading = SpecReader.read(Source.git(folder, "HEAD", "api/api.yaml"));
    Node a = Given.target(Given.document(reading).root(), "/components/schemas/A");
    assertThat(a).hasToString("{\"type\":\"string\"}");
    assertThat(Location.of(a)).isEqualTo(new Location("git:HEAD:api/a.yaml", "/A", 1, 4));
  }

  @Test
  void aPathFromTheFolder_isUnderstood() {
    Source source = Source.git(folder.resolve("api"), "HEAD", "./api.yaml");
    assertThat(Given.problems(SpecReader.read(source))).isEmpty();
  }

  @Test
  void filesBesideIt_areOfTheCommit_orMissing() throws IOException {
    try (Source api = Source.git(folder, "HEAD", "api/api.yaml")) {
      assertThat(api.sibling("a.yaml").bytes(100)).asString().isEqualTo("A: {type: string}\n");
      for (String path : new String[] {"none.yaml", "two words.yaml", "a.yaml/b", "x\ny", ""}) {
        assertThatThrownBy(() -> api.sibling(path).bytes(100)).isInstanceOf(IOException.class);
      }
      assertThatThrownBy(() -> api.sibling("a.yaml").bytes(3)).hasMessage("is longer than 3 bytes");
      assertThat(api.sibling("a.yaml").sibling("../api/a.yaml").bytes(100)).hasSize(18);
    }
    Source here = Source.git(folder.resolve("api"), "HEAD", "./api.yaml");
    assertThat(here.sibling("a.yaml").name()).isEqualTo("git:HEAD:./a.yaml");
  }

  @Test
  void whatGitDoesNotHave_isAProblem() {
    assertThat(problems("nope", "api/api.yaml"))
        .containsExactly("git:nope:api/api.yaml:1:1: git says: invalid object name 'nope'.");
    assertThat(problems("HEAD", "none.yaml"))
        .containsExactly(
            "git:HEAD:none.yaml:1:1: git says: path 'none.yaml' does not exist in 'HEAD'");
    assertThat(problems("--output=x", "api/api.yaml"))
        .containsExactly("git:--output=x:api/api.yaml:1:1: '--output=x' is no git revision");
  }

  @Test
  void aFolderWithoutRepository_isAProblem(@TempDir Path empty) {
    assertThat(Given.problems(SpecReader.read(Source.git(empty, "HEAD", "a.yaml"))))
        .containsExactly(
            "git:HEAD:a.yaml:1:1: git says: not a git repository (or any of the parent directories):"
                + " .git");
  }

  @Test
  void filesOutsideTheFolder_areForbidden() throws IOException {
    Source api = Source.git(folder, "HEAD", "api/api.yaml");
    assertThat(api.sibling("a.yaml").name()).isEqualTo("git:HEAD:api/a.yaml");
    for (String path : new String[] {"../outside.yaml", "../../x.yaml"}) {
      try {
        api.sibling(path);
        assertThat(path).isEqualTo("refused");
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith("leads outside the");
      }
    }
  }
}

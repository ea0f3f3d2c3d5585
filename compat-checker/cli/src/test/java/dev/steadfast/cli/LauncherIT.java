package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.cli.Checkout.Outcome;
import dev.steadfast.cli.Checkout.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code steadfast} at the root of the repository. */
class LauncherIT {

  @TempDir private static Path folder;
  private static Checkout checkout;
  private static List<Outcome> firstUses;

  /* Two first uses at once, and from then on a checkout that cannot build. */
  @BeforeAll
  static void firstUse() throws IOException, InterruptedException {
    checkout = Checkout.copyTo(folder);
    Running one = Checkout.start(folder, Map.of(), checkout.launcher(), "--version");
    Running other = Checkout.start(folder, Map.of(), checkout.launcher(), "--version");
    firstUses = List.of(one.await(), other.await());
    Files.writeString(checkout.root().resolve("mvnw"), "#!/bin/sh\necho cannot build\nexit 1\n");
  }

  @Test
  void firstUse_byTwoAtOnce_buildsOnce() throws IOException {
    assertThat(firstUses).allMatch(outcome -> outcome.exit() == 0 && outcome.err().isEmpty());
    assertThat(firstUses.get(0).out()).startsWith("steadfast ").isEqualTo(firstUses.get(1).out());
    assertThat(builds()).hasSize(1);
    assertThat(checkout.root().resolve(".steadfast/lock")).doesNotExist();
  }

  @Test
  void secondUse_doesNotBuild() throws IOException, InterruptedException {
    List<Path> before = builds();

    assertThat(checkout.steadfast("--version")).isEqualTo(firstUses.get(0));

    assertThat(builds()).isEqualTo(before);
  }

  @Test
  void firstUse_leavesAClassCache() throws IOException {
    try (Stream<Path> files = Files.list(builds().get(0))) {
      assertThat(files.map(Path::toString).filter(name -> name.matches(".*[.](aot|jsa)")))
          .singleElement()
          .satisfies(cache -> assertThat(Path.of(cache)).isNotEmptyFile());
    }
  }

  @Test
  void jars_builtInAnotherFolder_areTheSameBytes() throws IOException {
    Path built = Path.of(System.getProperty("steadfast.built"));
    Path rebuilt = builds().get(0);

    assertThat(rebuilt.resolve("steadfast.jar"))
        .hasSameBinaryContentAs(built.resolve("steadfast.jar"));
    try (Stream<Path> jars = Files.list(rebuilt.resolve("lib"))) {
      assertThat(jars)
          .isNotEmpty()
          .allSatisfy(
              jar ->
                  assertThat(jar)
                      .hasSameBinaryContentAs(built.resolve("lib").resolve(jar.getFileName())));
    }
  }

  @Test
  void changedSource_isBuiltAgain() throws IOException, InterruptedException {
    Path source = checkout.root().resolve("compat-checker/cli/src/main/java");
    FileTime before = Files.getLastModifiedTime(source);
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    try {
      assertThat(checkout.steadfast("--version"))
          .isEqualTo(
              new Outcome(
                  2,
                  "",
                  "cannot build\nsteadfast: the build failed; "
                      + checkout.root().toRealPath().resolve(".steadfast/build.log")
                      + " says why\n"));
    } finally {
      Files.setLastModifiedTime(source, before);
    }
  }

  @Test
  void symbolicLinks_leadToTheCheckout() throws IOException, InterruptedException {
    Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of(checkout.launcher()));
    Files.createSymbolicLink(folder.resolve("other"), Path.of("one"));

    assertThat(Checkout.run(folder, Map.of(), one.toString(), "--version"))
        .isEqualTo(firstUses.get(0));
    assertThat(Checkout.run(folder, Map.of(), "./other", "--version")).isEqualTo(firstUses.get(0));
    assertThat(
            Checkout.run(
                Path.of("/"),
                Map.of("PATH", folder + ":/usr/bin:/bin"),
                "bash",
                "-c",
                "other --version"))
        .isEqualTo(firstUses.get(0));
  }

  @Test
  void argumentsAndExitCode_arePassedOn() throws IOException, InterruptedException {
    Outcome outcome = checkout.steadfast("check", "no such file.yaml", "*");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("no such file.yaml").contains("*");
  }

  @Test
  void fileName_inAnyLocale_isFound() throws IOException, InterruptedException {
    Outcome outcome =
        checkout.bash(
            "cp api-spec/payments-v1.yaml 'Größe 1.yaml'"
                + " && LC_ALL=C ./steadfast check 'Größe 1.yaml' api-spec/payments-v1.yaml");

    assertThat(outcome.exit()).describedAs(outcome.err()).isZero();
  }

  @Test
  void standardInput_isPassedOn() throws IOException, InterruptedException {
    Outcome outcome =
        checkout.bash("./steadfast check - api-spec/payments-v1.yaml <api-spec/payments-v1.yaml");

    assertThat(outcome.exit()).describedAs(outcome.err()).isZero();
  }

  @Test
  void machineWithoutJdk_isToldTheLineThatInstallsOne() throws IOException, InterruptedException {
    Outcome outcome =
        Checkout.run(
            folder, Map.of("STEADFAST_JDKS", folder.toString()), checkout.launcher(), "--version");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .matches("steadfast: no JDK 17 or later found; install one: {2}.*[^ ]\n");
  }

  @Test
  void folderThatCannotBeWritten_isNamed() throws IOException, InterruptedException {
    Path root = Files.createDirectory(folder.resolve("read-only"));
    Files.copy(Path.of(checkout.launcher()), root.resolve("steadfast"));
    Files.createFile(root.resolve(".steadfast")); // no folder can be made here, not even by root

    assertThat(Checkout.run(root, Map.of(), "./steadfast", "--version"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "steadfast: cannot write to "
                    + root.toRealPath().resolve(".steadfast")
                    + "; run steadfast once as a user who can\n"));
  }

  private static List<Path> builds() throws IOException {
    try (Stream<Path> files = Files.list(checkout.root().resolve(".steadfast"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("app-"))
          .sorted()
          .toList();
    }
  }
}

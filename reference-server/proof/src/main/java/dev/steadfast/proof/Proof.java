package dev.steadfast.proof;

import dev.steadfast.local.Folders;
import dev.steadfast.proof.bad.BadInput;
import dev.steadfast.proof.coverage.Contract;
import dev.steadfast.proof.rows.MillionRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs of this module on one stage: {@code NAME… [--quick] [--seed N] [--write FILE]};
 * {@code all} is every program. Exit code 1 when something that must be so is not, 2 when it could
 * not be asked.
 */
public final class Proof {

  static final List<Program> PROGRAMS =
      List.of(
          new ExactlyOneEffect(),
          new RedisLost(),
          new PostgresLost(),
          new RateLimits(),
          new BadInput(),
          new SpecClient(),
          new Contract(),
          new WitnessesOnTheWire(),
          new MillionRows(),
          new Speed());

  private Proof() {}

  /**
   * What was asked for.
   *
   * @param file null to print only
   */
  record Arguments(List<Program> programs, Scale scale, long seed, @Nullable Path file) {

    static Arguments of(List<String> given) {
      List<Program> programs = new ArrayList<>();
      Scale scale = Scale.LONG;
      long seed = 1;
      Path file = null;
      for (int i = 0; i < given.size(); i++) {
        String word = given.get(i);
        switch (word) {
          case "--quick" -> scale = Scale.QUICK;
          case "--seed" -> seed = Long.parseLong(after(given, i++));
          case "--write" -> file = Path.of(after(given, i++));
          case "all" -> programs.addAll(PROGRAMS);
          default -> programs.add(named(word));
        }
      }
      if (programs.isEmpty()) {
        throw new IllegalArgumentException("NAME is missing: all, or some of " + names());
      }
      return new Arguments(List.copyOf(programs), scale, seed, file);
    }

    private static String after(List<String> given, int index) {
      if (index + 1 >= given.size()) {
        throw new IllegalArgumentException(given.get(index) + " needs a value");
      }
      return given.get(index + 1);
    }

    private static Program named(String name) {
      return PROGRAMS.stream()
          .filter(program -> program.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is none of " + names()));
    }

    private static List<String> names() {
      return PROGRAMS.stream().map(Program::name).toList();
    }
  }

  public static void main(String[] given) throws IOException, InterruptedException, SQLException {
    Arguments arguments;
    try {
      arguments = Arguments.of(List.of(given));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println("usage: NAME... [--quick] [--seed N] [--write FILE]");
      System.exit(2);
      return;
    }
    Page page = new Page(System.out);
    String command = "java -jar reference-server/proof/target/proof.jar " + String.join(" ", given);
    Path folder = Files.createTempDirectory("proof-");
    try (Stage stage = Stage.start(Path.of("").toAbsolutePath(), folder)) {
      for (Program program : arguments.programs()) {
        page.line("# " + program.shows());
        page.line("");
        page.circumstances(Clock.systemUTC(), command);
        program.run(stage, arguments.scale(), arguments.seed(), page);
        page.line("");
      }
    }
    if (arguments.file() != null) {
      page.write(arguments.file());
    }
    if (!page.broken().isEmpty()) {
      System.err.println("the logs are in " + folder);
      System.exit(1);
    }
    Folders.delete(folder);
  }
}

package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.steadfast.cli.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every {@code console} block of README.md and docs/, each in a shell of its own in a fresh
 * checkout, and compares what it prints with what the page shows.
 *
 * <p>A line that starts with {@code $} is a command; the lines below it are its output, where
 * {@code …} stands for any text, and alone on its line for any lines. A command must end with 0,
 * unless the next one is {@code echo $?}. A command that shows nothing may print anything. The
 * command {@code ./steadfast up} runs in another terminal until the end of its block. Port 8080 on
 * the page is a free one here.
 */
class DocumentedCommandsIT {

  private static final Pattern BLOCK =
      Pattern.compile("^```console\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final String END_OF_COMMAND = "--- end of command, exit code ";

  private static final String UP = "./steadfast up";

  /* Waits for the last line that it prints, or for its end. */
  private static final String IN_ANOTHER_TERMINAL =
      """
      ./steadfast up >up.out 2>&1 &
      up=$!
      until grep -q '^Ctrl-C stops' up.out || ! kill -0 $up 2>/dev/null; do sleep 0.1; done
      cat up.out
      rm up.out
      kill -0 $up""";

  private static Checkout checkout;
  private static Map<String, String> ports;

  @BeforeAll
  static void cloneRepository() throws IOException, InterruptedException {
    checkout = Checkout.shared();
    ports = Checkout.freePorts();
    Outcome built = checkout.bash("./steadfast --version");
    assertThat(built.exit()).describedAs(built.err()).isZero();
  }

  @TestFactory
  Stream<DynamicTest> pages() throws IOException {
    List<DynamicTest> blocks = new ArrayList<>();
    for (Path page : pagesOf(Checkout.origin())) {
      String text = Files.readString(page);
      Matcher matcher = BLOCK.matcher(text);
      while (matcher.find()) {
        long line = text.substring(0, matcher.start()).lines().count() + 1;
        List<Step> steps =
            steps(matcher.group(1).replace("127.0.0.1:8080", ports.get("PAYMENTS_BIND")));
        blocks.add(
            dynamicTest(
                Checkout.origin().relativize(page) + ":" + line,
                page.toUri(),
                () -> showsWhatItPrints(steps)));
      }
    }
    assertThat(blocks).isNotEmpty();
    return blocks.stream();
  }

  private static List<Path> pagesOf(Path root) throws IOException {
    List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
    try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static void showsWhatItPrints(List<Step> steps) throws IOException, InterruptedException {
    Outcome outcome =
        checkout.bash(
            steps.stream()
                .map(
                    step ->
                        (step.command.equals(UP) ? IN_ANOTHER_TERMINAL : step.command)
                            + "\nset -- $?; echo; echo '"
                            + END_OF_COMMAND
                            + "'$1; (exit $1)\n")
                .collect(Collectors.joining("", "exec 2>&1\n", "kill ${up:-} 2>/dev/null; wait")),
            ports);
    String[] printed = outcome.out().split("\\n" + END_OF_COMMAND + "(?=\\d)", -1);
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String output = i == 0 ? printed[i] : printed[i].replaceFirst("^\\d+\\n", "");
      int exit = Integer.parseInt(printed[i + 1].replaceFirst("(?s)\\n.*", ""));
      assertThat(output.strip()).describedAs(step.command).matches(step.shown());
      if (i + 1 == steps.size() || !steps.get(i + 1).command.equals("echo $?")) {
        assertThat(exit).describedAs(step.command + "\n" + output).isZero();
      }
    }
  }

  /** A command and the lines that the page shows below it. */
  private record Step(String command, List<String> lines) {

    Pattern shown() {
      if (lines.isEmpty()) {
        return Pattern.compile("(?s).*");
      }
      return Pattern.compile(
          lines.stream()
              .map(line -> line.equals("…") ? "(?s:.*?)" : quote(line))
              .collect(Collectors.joining("\\n")));
    }

    private static String quote(String line) {
      return Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
  }

  private static List<Step> steps(String block) {
    List<Step> steps = new ArrayList<>();
    for (String line : block.lines().toList()) {
      if (line.startsWith("$ ")) {
        steps.add(new Step(line.substring(2), new ArrayList<>()));
      } else {
        steps.get(steps.size() - 1).lines.add(line);
      }
    }
    return steps;
  }
}

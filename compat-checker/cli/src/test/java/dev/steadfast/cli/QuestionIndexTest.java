package dev.steadfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/README.md answers each design question of a production payment API with a section of a page
 * and with what proves it: a test, a program or a command.
 */
class QuestionIndexTest {

  private static final Set<String> ANSWERED =
      new TreeSet<>(
          List.of(
              "A1", "A2", "A3", "A4", "A5", "A6", "A7", "F1", "F3", "F4", "F6", "Q1", "Q2", "Q3",
              "Q5", "Q6", "Q7", "T1", "T3", "T5", "T6", "T7"));

  private static final Pattern ROW =
      Pattern.compile("^\\| ([A-Z]\\d+) \\| (.*?) \\| (.*?) \\| (.*?) \\|$", Pattern.MULTILINE);

  private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private static final Path DOCS = Checkout.origin().resolve("docs");

  @Test
  void index_everyQuestion_hasAnAnswer() throws IOException {
    assertThat(rows().keySet()).isEqualTo(ANSWERED);
  }

  @Test
  void index_everyAnswer_isASectionThatExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (MatchResult row : rows().values()) {
      Matcher link = LINK.matcher(row.group(3));
      assertThat(link.find()).describedAs("a page for %s", row.group(1)).isTrue();
      Path page = DOCS.resolve(link.group(1));
      if (!Files.isRegularFile(page)
          || (link.group(2) != null && !anchors(page).contains(link.group(2)))) {
        missing.add(row.group(1) + ": " + link.group());
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void index_everyProof_isInTheRepository() throws IOException {
    Set<String> files = fileNames();
    List<String> missing = new ArrayList<>();
    for (MatchResult row : rows().values()) {
      List<String> proofs =
          NAME.matcher(row.group(4)).results().map(found -> found.group(1)).toList();
      assertThat(proofs).describedAs("what proves %s", row.group(1)).isNotEmpty();
      for (String proof : proofs) {
        if (!files.contains(proof) && !files.contains(proof + ".java") && !isExercise(proof)) {
          missing.add(row.group(1) + ": " + proof);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isExercise(String proof) throws IOException {
    if (!proof.startsWith("./steadfast exercise ")) {
      return false;
    }
    String id = proof.substring("./steadfast exercise ".length());
    return Files.readString(DOCS.resolve("exercises.md")).contains("exercise " + id);
  }

  private static Map<String, MatchResult> rows() throws IOException {
    Map<String, MatchResult> rows = new TreeMap<>();
    ROW.matcher(Files.readString(DOCS.resolve("README.md")))
        .results()
        .forEach(row -> assertThat(rows.put(row.group(1), row)).isNull());
    return rows;
  }

  /** The anchors of a page's headings, as Git hosts make them. */
  private static Set<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static Set<String> fileNames() throws IOException {
    Set<String> names = new TreeSet<>();
    Files.walkFileTree(
        Checkout.origin(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            return name.equals("target") || name.startsWith(".")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            names.add(file.getFileName().toString());
            return FileVisitResult.CONTINUE;
          }
        });
    return names;
  }
}

package dev.steadfast.benchmark;

import dev.steadfast.benchmark.Families.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether time and findings grow no faster than documents that are made for the purpose, and
 * whether every run says the same.
 */
public final class Scale {

  private static final int RUNS = 3; // the first one warms up

  private Scale() {}

  /** Arguments: {@code FOLDER [--write FILE]}; the folder is where the documents are kept. */
  public static void main(String[] arguments) throws IOException {
    Page page = Page.of(arguments, System.out);
    page.line("# Growth");
    page.line("");
    page.line(
        "Written by `dev.steadfast.benchmark.Scale`: families of generated documents in three"
            + " sizes, each checked three times. The time is the best of the three.");
    page.line("");
    Path folder = Files.createTempDirectory(page.corpus(), "scale");
    try {
      measure(page, folder);
    } finally {
      delete(folder);
    }
    page.close();
  }

  private static void measure(Page page, Path folder) throws IOException {
    Map<String, List<JsonNode>> answers = new LinkedHashMap<>();
    for (JsonNode answer : Command.lines("check", "--each", pairs(folder).toString())) {
      answers.computeIfAbsent(answer.path("pair").asString(), k -> new ArrayList<>()).add(answer);
    }
    List<List<String>> rows = Page.titled("family", "size", "findings", "ms", "ms per 100", "runs");
    for (Family family : Families.all()) {
      for (int size : family.sizes()) {
        rows.add(row(family, size, answers.getOrDefault(name(family, size), List.of())));
      }
    }
    page.table(rows);
  }

  private static List<String> row(Family family, int size, List<JsonNode> runs) {
    long best = runs.stream().mapToLong(run -> run.path("millis").asLong()).min().orElse(-1);
    boolean same = runs.stream().map(Scale::withoutTime).distinct().count() == 1;
    return List.of(
        family.name(),
        String.valueOf(size),
        runs.isEmpty() ? "none" : String.valueOf(runs.get(0).path("findings").size()),
        String.valueOf(best),
        String.valueOf(best * 100 / size),
        same ? "identical" : "differ");
  }

  private static String withoutTime(JsonNode answer) {
    ObjectNode copy = (ObjectNode) answer.deepCopy();
    copy.remove("millis");
    return copy.toString();
  }

  private static String name(Family family, int size) {
    return family.name() + " " + size;
  }

  /** A list of all pairs, the whole of it as often as there are runs. */
  private static Path pairs(Path folder) throws IOException {
    StringBuilder list = new StringBuilder();
    int number = 0;
    for (Family family : Families.all()) {
      for (int size : family.sizes()) {
        String base = number + "-base.json";
        String revision = number + "-revision.json";
        Files.writeString(folder.resolve(base), family.base().apply(size));
        Files.writeString(folder.resolve(revision), family.revision().apply(size));
        ObjectNode line = Command.JSON.createObjectNode();
        line.put("pair", name(family, size)).put("base", base).put("revision", revision);
        list.append(line).append('\n');
        number++;
      }
    }
    Path file = folder.resolve("pairs.jsonl");
    Files.writeString(file, list.toString().repeat(RUNS));
    return file;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

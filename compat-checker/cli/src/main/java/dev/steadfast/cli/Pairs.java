package dev.steadfast.cli;

import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.StringNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pairs of {@code --each DIR|LIST}, in order.
 *
 * @param skipped names of folders without a pair, sorted
 */
record Pairs(List<Pair> pairs, List<String> skipped) {

  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
  private static final List<String> KEYS = List.of("pair", "base", "revision");

  static Pairs of(String place, InputStream in) throws UsageException {
    Path path = Path.of(place);
    try {
      return Files.isDirectory(path) ? inFolder(path) : inList(place, in);
    } catch (NoSuchFileException e) {
      throw new UsageException("'" + place + "' cannot be read: no such file or folder");
    } catch (IOException e) {
      throw new UsageException("'" + place + "' cannot be read: " + e.getMessage());
    }
  }

  /** Sub-folders by name, in the order of their UTF-16 text on every system. */
  private static Pairs inFolder(Path folder) throws IOException, UsageException {
    List<Path> subfolders;
    try (Stream<Path> entries = Files.list(folder)) {
      subfolders =
          entries.filter(Files::isDirectory).sorted((a, b) -> name(a).compareTo(name(b))).toList();
    }
    List<Pair> pairs = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (Path subfolder : subfolders) {
      Optional<Path> base = document(subfolder, "base");
      Optional<Path> revision = document(subfolder, "revision");
      if (base.isPresent() && revision.isPresent()) {
        pairs.add(
            new Pair.Documents(
                name(subfolder), Source.file(base.get()), Source.file(revision.get())));
      } else {
        skipped.add(name(subfolder));
      }
    }
    if (pairs.isEmpty()) {
      throw new UsageException(
          "no folder in '" + folder + "' holds base and revision, .yaml, .yml or .json");
    }
    return new Pairs(pairs, skipped);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static Optional<Path> document(Path folder, String name) {
    return ENDINGS.stream()
        .map(ending -> folder.resolve(name + ending))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Pairs inList(String place, InputStream in) throws IOException, UsageException {
    boolean standardInput = place.equals(Inputs.STANDARD_STREAM);
    Path list = Path.of(place);
    byte[] bytes = standardInput ? in.readAllBytes() : Files.readAllBytes(list);
    Path parent = list.getParent();
    Path folder = standardInput || parent == null ? Path.of("") : parent;
    String name = standardInput ? "<stdin>" : place;
    List<Pair> pairs = new ArrayList<>();
    for (JsonLines.Line line : JsonLines.of(name, bytes)) {
      pairs.add(pair(line, folder, in));
    }
    if (pairs.isEmpty()) {
      throw new UsageException("'" + name + "' lists no pairs");
    }
    return new Pairs(pairs, List.of());
  }

  private static Pair pair(JsonLines.Line line, Path folder, InputStream in) {
    DataReader.Data data = line.read();
    if (!data.problems().isEmpty()) {
      return new Pair.Bad(line.title(), data.problems().get(0));
    }
    if (!(data.value() instanceof ObjectNode object)) {
      return line.bad("is an object with " + String.join(", ", KEYS));
    }
    List<String> texts = new ArrayList<>();
    for (String key : KEYS) {
      if (!(object.get(key) instanceof StringNode text) || text.value().isEmpty()) {
        return line.bad("needs '" + key + "', a text");
      }
      texts.add(text.value());
    }
    if (texts.subList(1, KEYS.size()).contains(Inputs.STANDARD_STREAM)) {
      return new Pair.Bad(
          texts.get(0), line.problem("a list names files or git:REF:PATH, not '-'"));
    }
    try {
      return new Pair.Documents(
          texts.get(0),
          Inputs.source(texts.get(1), folder, in),
          Inputs.source(texts.get(2), folder, in));
    } catch (UsageException e) {
      return new Pair.Bad(texts.get(0), line.problem(e.text()));
    }
  }
}

package dev.steadfast.cli;

import dev.steadfast.compat.Subset;
import dev.steadfast.report.SubsetReport;
import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Reading;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.SpecReader;
import dev.steadfast.spec.StringNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast subset A B}: is every value of JSON Schema A a value of B? */
final class SubsetCommand implements Command {

  private static final List<String> FORMATS = List.of("text", "json");
  private static final String DEFAULT_DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String KNOWN_DIALECTS =
      "https://json-schema.org/draft/2020-12/schema,"
          + " https://json-schema.org/draft/2019-09/schema,"
          + " http://json-schema.org/draft-07/schema, -06, -04";

  private final Surroundings surroundings;
  private final CommandSpec spec;

  SubsetCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        Options.described(
            "subset",
            "Is every value of JSON Schema A a value of JSON Schema B? The answer is proven,"
                + " refuted with a value, or unknown with the reason.");
    spec.addPositional(Options.argument(0, "A", "a JSON Schema: a file, '-' or git:REF:PATH"));
    spec.addPositional(Options.argument(1, "B", "another"));
    spec.addOption(
        Options.value(
            "--each",
            "FILE.jsonl",
            "answer many questions, one a line: {\"id\",\"a\",\"b\",\"dialect\"?}"));
    spec.addOption(
        Options.value(
            "--dialect",
            "URI",
            "what schemas without $schema are written in; default " + DEFAULT_DIALECT));
    spec.addOption(Options.choice("--format", "FORMAT", FORMATS, "text (default) or json"));
    spec.addOption(Options.color());
    spec.usageMessage()
        .customSynopsis(
            "steadfast subset [OPTIONS] A B", "       steadfast subset [OPTIONS] --each FILE.jsonl")
        .footer(
            "  steadfast subset old.json new.json",
            "  steadfast subset a.json b.json --dialect http://json-schema.org/draft-04/schema",
            "  steadfast subset --each questions.jsonl > answers.jsonl",
            "",
            "Exit codes: 0 proven, 1 refuted or unknown, 2 a question could not be asked.");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    Dialect dialect = dialect(arguments.matchedOptionValue("--dialect", DEFAULT_DIALECT));
    String each = arguments.matchedOptionValue("--each", "");
    if (each.isEmpty()) {
      return one(arguments, dialect);
    }
    if (!arguments.matchedPositionals().isEmpty()) {
      throw new UsageException("--each takes the place of A and B");
    }
    return each(each, dialect);
  }

  private static Dialect dialect(String uri) throws UsageException {
    return Dialect.named(uri)
        .orElseThrow(
            () -> new UsageException("--dialect '" + uri + "' is not one of " + KNOWN_DIALECTS));
  }

  private int one(ParseResult arguments, Dialect dialect) throws UsageException, IOException {
    boolean json = Options.chosen(arguments, "--format", FORMATS, "text").equals("json");
    Reading a = SpecReader.readSchema(source(arguments, 0, "A"), dialect);
    Reading b = SpecReader.readSchema(source(arguments, 1, "B"), dialect);
    SubsetReport report = new SubsetReport(surroundings.out());
    Answer answer = answer(null, a, b);
    if (json) {
      answer.write(report);
    } else if (answer.subset() == null) {
      for (Problem problem : answer.problems()) {
        surroundings.err().print(problem.at() + ": error: " + problem.message() + '\n');
      }
    } else {
      report.text(answer.subset(), Options.style(arguments, surroundings));
    }
    return answer.code();
  }

  private Source source(ParseResult arguments, int index, String label) throws UsageException {
    String text = arguments.matchedPositionalValue(index, "");
    if (text.isEmpty()) {
      throw new UsageException(label + " is missing: steadfast subset A B");
    }
    return Inputs.source(text, Path.of(""), surroundings.in());
  }

  private int each(String place, Dialect dialect) throws UsageException, IOException {
    SubsetReport report = new SubsetReport(surroundings.out());
    int code = ExitCode.CLEAN;
    try (Lookahead<JsonLines.Line, Answer> answers =
        new Lookahead<>(lines(place), line -> answer(line, dialect))) {
      while (answers.hasNext()) {
        Answer answer = answers.next();
        answer.write(report);
        code = Math.max(code, answer.code());
      }
    }
    return code;
  }

  private List<JsonLines.Line> lines(String place) throws UsageException {
    try {
      return place.equals(Inputs.STANDARD_STREAM)
          ? JsonLines.of("<stdin>", surroundings.in().readAllBytes())
          : JsonLines.of(place, Files.readAllBytes(Path.of(place)));
    } catch (NoSuchFileException e) {
      throw new UsageException("'" + place + "' cannot be read: no such file");
    } catch (IOException e) {
      throw new UsageException("'" + place + "' cannot be read: " + e.getMessage());
    }
  }

  private static Answer answer(JsonLines.Line line, Dialect common) {
    DataReader.Data data = line.read();
    if (!data.problems().isEmpty()) {
      return Answer.error(null, data.problems());
    }
    if (!(data.value() instanceof ObjectNode question)) {
      return Answer.error(
          null, List.of(line.problem("a question is an object with id, a, b and dialect")));
    }
    Node id = question.get("id");
    Node a = question.get("a");
    Node b = question.get("b");
    if (id == null || a == null || b == null) {
      return Answer.error(
          id,
          List.of(
              line.problem(
                  "a question needs '" + (id == null ? "id" : a == null ? "a" : "b") + "'")));
    }
    Optional<Dialect> dialect = dialect(question, common);
    if (dialect.isEmpty()) {
      return Answer.error(
          id,
          List.of(
              line.problem(
                  "'dialect' is not one of " + KNOWN_DIALECTS + ": " + question.get("dialect"))));
    }
    return answer(
        id,
        SpecReader.readSchema(source(line.title() + "#a", a), dialect.get()),
        SpecReader.readSchema(source(line.title() + "#b", b), dialect.get()));
  }

  private static Optional<Dialect> dialect(ObjectNode question, Dialect common) {
    return !question.has("dialect")
        ? Optional.of(common)
        : question.get("dialect") instanceof StringNode uri
            ? Dialect.named(uri.value())
            : Optional.empty();
  }

  private static Source source(String name, Node schema) {
    return Source.of(name, schema.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Answer answer(@Nullable Node id, Reading a, Reading b) {
    Document narrow = a.document();
    Document wide = b.document();
    if (narrow == null || wide == null) {
      List<Problem> problems = new ArrayList<>(a.problems());
      problems.addAll(b.problems());
      return Answer.error(id, problems);
    }
    return new Answer(id, Subset.decide(narrow, wide), List.of());
  }

  /** What is known, or why the question could not be asked. */
  private record Answer(@Nullable Node id, @Nullable Subset subset, List<Problem> problems) {

    static Answer error(@Nullable Node id, List<Problem> problems) {
      return new Answer(id, null, problems);
    }

    int code() {
      return subset == null
          ? ExitCode.NO_ANSWER
          : subset.kind() == Subset.Kind.PROVEN ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    void write(SubsetReport report) throws IOException {
      if (subset == null) {
        report.json(id, problems);
      } else {
        report.json(id, subset);
      }
    }
  }
}

package dev.steadfast.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pairs of JSON Schemas, and what they are labelled with. */
final class Inclusions {

  private static final String DRAFT_04 = "http://json-schema.org/draft-04/schema#";
  private static final String DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/schema";

  private Inclusions() {}

  /**
   * One label.
   *
   * @param directions the inclusions that must all hold for the label to be true
   */
  private record Label(String name, boolean expected, List<Question> directions) {}

  private record Question(JsonNode smaller, JsonNode larger) {}

  static void ibm(Page page) throws IOException {
    Path file = page.corpus().resolve("subschema/jsonsubschema-ibm/cases.json");
    List<Label> labels = new ArrayList<>();
    for (JsonNode test : Command.JSON.readTree(Files.readString(file))) {
      Question there = new Question(test.path("s1"), test.path("s2"));
      Question back = new Question(test.path("s2"), test.path("s1"));
      boolean both = test.path("relation").asString().equals("isEquivalent");
      labels.add(
          new Label(
              labels.size() + " " + test.path("test").asString() + (both ? " (equivalent)" : ""),
              test.path("expected").booleanValue(),
              both ? List.of(there, back) : List.of(there)));
    }
    ask(page, "subschema/jsonsubschema-ibm", labels, DRAFT_04, SecondValidator::draft04);
  }

  /**
   * {@code deserializer}: every old value is a new one; {@code serializer}: the other way round.
   */
  static void jsoncompat(Page page) throws IOException {
    Path folder =
        page.corpus().resolve("subschema/jsoncompat-backcompat/tests/fixtures/backcompat");
    List<Path> tests;
    try (Stream<Path> entries = Files.list(folder)) {
      tests = entries.sorted().toList();
    }
    List<Label> labels = new ArrayList<>();
    for (Path test : tests) {
      JsonNode old = Command.JSON.readTree(Files.readString(test.resolve("old.json")));
      JsonNode young = Command.JSON.readTree(Files.readString(test.resolve("new.json")));
      JsonNode expected = Command.JSON.readTree(Files.readString(test.resolve("expect.json")));
      for (String role : List.of("serializer", "deserializer")) {
        Question question =
            role.equals("deserializer") ? new Question(old, young) : new Question(young, old);
        labels.add(
            new Label(
                test.getFileName() + " " + role,
                expected.path(role).booleanValue(),
                List.of(question)));
      }
    }
    ask(
        page,
        "subschema/jsoncompat-backcompat",
        labels,
        DRAFT_2020_12,
        SecondValidator::draft202012);
  }

  private static void ask(
      Page page,
      String title,
      List<Label> labels,
      String dialect,
      BiFunction<JsonNode, JsonNode, Optional<Boolean>> second)
      throws IOException {
    Map<String, JsonNode> answers = answers(labels, dialect);
    Map<String, Integer> counts = new TreeMap<>();
    List<List<String>> wrong =
        Page.titled("label", "expected", "answer", "smaller", "larger", "why");
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      List<String> heard = new ArrayList<>();
      String why = "";
      for (int j = 0; j < label.directions.size(); j++) {
        JsonNode answer = answers.getOrDefault(i + "-" + j, Command.JSON.createObjectNode());
        String said = answer.path("answer").asString("unknown");
        heard.add(said);
        why += why(answer, said, label.directions.get(j), second);
      }
      String result =
          heard.contains("refuted")
              ? "no"
              : heard.stream().allMatch("proven"::equals) ? "yes" : "unknown";
      String expected = label.expected ? "yes" : "no";
      String count =
          result.equals(expected)
              ? "right"
              : result.equals("unknown")
                  ? "unknown"
                  : why.contains("both validators confirm")
                      ? "label refuted"
                      : result.equals("yes") ? "proven against the label" : "wrong";
      counts.merge(count, 1, Integer::sum);
      if (!count.equals("right")) {
        Question first = label.directions.get(0);
        wrong.add(
            List.of(label.name, expected, result, code(first.smaller), code(first.larger), why));
      }
    }
    page.heading(title);
    page.counts(counts);
    page.table(wrong);
  }

  private static Map<String, JsonNode> answers(List<Label> labels, String dialect)
      throws IOException {
    StringBuilder questions = new StringBuilder();
    for (int i = 0; i < labels.size(); i++) {
      List<Question> directions = labels.get(i).directions;
      for (int j = 0; j < directions.size(); j++) {
        ObjectNode line = Command.JSON.createObjectNode();
        line.put("id", i + "-" + j);
        line.set("a", directions.get(j).smaller);
        line.set("b", directions.get(j).larger);
        line.put("dialect", dialect);
        questions.append(line).append('\n');
      }
    }
    Path file = Files.createTempFile("questions", ".jsonl");
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    try {
      Files.writeString(file, questions);
      for (JsonNode answer : Command.lines("subset", "--each", file.toString())) {
        answers.put(answer.path("id").asString(), answer);
      }
    } finally {
      Files.delete(file);
    }
    return answers;
  }

  private static String why(
      JsonNode answer,
      String said,
      Question question,
      BiFunction<JsonNode, JsonNode, Optional<Boolean>> second) {
    if (!said.equals("refuted")) {
      return said.equals("unknown") ? answer.path("reason").asString("no answer") + ". " : "";
    }
    JsonNode witness = answer.path("witness");
    boolean first = answer.path("confirmed").asBoolean(false);
    boolean other =
        second.apply(question.smaller, witness).equals(Optional.of(true))
            && second.apply(question.larger, witness).equals(Optional.of(false));
    String opinion =
        first && other
            ? "both validators confirm"
            : first
                ? "only networknt confirms"
                : other ? "only the second confirms" : "unconfirmed";
    return code(witness) + ": " + opinion + ". ";
  }

  private static String code(JsonNode json) {
    String text = json.toString();
    return '`' + (text.length() > 300 ? text.substring(0, 300) + "…" : text) + '`';
  }
}

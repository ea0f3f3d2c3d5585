package dev.steadfast.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where the checker's verdict differs from another tool's opinion on that tool's own tests, and
 * why: a witness that the independent validator confirms, a rule, or a principle.
 */
public final class Peers {

  private static final List<String> TOOLS =
      List.of("oasdiff", "openapi-diff", "swagger-brake", "optic");

  /** What the other tool complains about, and why no message is refused or misread for it. */
  private static final Map<Pattern, String> PRINCIPLES = principles();

  private static final String PROVEN =
      "Proven: every message that the old contract allows stays allowed and keeps its meaning";

  private final Map<String, Integer> verdicts = new TreeMap<>();
  private final Map<String, List<String>> causes = new TreeMap<>();
  private int unexplained;

  private Peers() {}

  private static Map<Pattern, String> principles() {
    Map<Pattern, String> principles = new LinkedHashMap<>();
    principles.put(
        Pattern.compile("sunset|deprecat|stability"),
        "Lifecycle: dates, deprecation and stability marks change no message");
    principles.put(
        Pattern.compile("default-value|R026"),
        "A default says what an absent value means to the server; every message stays allowed");
    principles.put(
        Pattern.compile("x-extensible-enum"), "Extensions (x-…) assert nothing about a value");
    return principles;
  }

  /** Arguments: {@code CORPUS [--write FILE]}. */
  public static void main(String[] arguments) throws IOException {
    Page page = Page.of(arguments, System.out);
    page.line("# Where other tools see it differently");
    page.line("");
    page.line(
        "Written by `dev.steadfast.benchmark.Peers`, which runs the pairs of their own tests.");
    page.line("Labels are opinions: what the tool calls breaking by default.");
    for (String tool : TOOLS) {
      new Peers().report(page, tool);
    }
    page.close();
  }

  private void report(Page page, String tool) throws IOException {
    Path pairs = page.corpus().resolve(tool);
    for (JsonNode answer : Command.lines("check", "--each", pairs.toString())) {
      String pair = answer.path("pair").asString();
      JsonNode expected =
          Command.JSON.readTree(Files.readString(pairs.resolve(pair).resolve("expected.json")));
      judge(pair, opinion(expected), expected, answer);
    }
    page.heading(tool);
    List<List<String>> counts = Page.titled("opinion, verdict", "pairs");
    verdicts.forEach((key, count) -> counts.add(List.of(key, count.toString())));
    page.table(counts);
    page.line("");
    List<List<String>> rows = Page.titled("difference", "cause", "pairs", "such as");
    causes.forEach(
        (cause, names) -> {
          String[] parts = cause.split("\t", 2);
          rows.add(
              List.of(
                  parts[0], parts[1], String.valueOf(names.size()), String.valueOf(names.get(0))));
        });
    page.table(rows);
    page.line("");
    page.line("Unexplained: " + unexplained + ".");
  }

  private static String opinion(JsonNode expected) {
    JsonNode breaking = expected.path("breaking");
    return !breaking.isBoolean() ? "none" : breaking.booleanValue() ? "breaking" : "compatible";
  }

  private void judge(String pair, String opinion, JsonNode expected, JsonNode answer) {
    String verdict = answer.path("verdict").asString();
    verdicts.merge(opinion + ", " + verdict, 1, Integer::sum);
    if (opinion.equals("none") || opinion.equals(verdict)) {
      return;
    }
    String cause =
        switch (verdict) {
          case "breaking" -> witnesses(answer);
          case "compatible" -> principle(expected, answer);
          case "error" ->
              "No verdict on a document whose meaning is in doubt: "
                  + answer.path("problems").path(0).path("message").asString();
          default -> "Undecided, and said so: " + reason(answer);
        };
    if (cause.endsWith(": ")) {
      unexplained++;
    }
    causes
        .computeIfAbsent(verdict + ", not " + opinion + '\t' + cause, key -> new ArrayList<>())
        .add(pair);
  }

  /** The rules of the errors; those without a confirmed witness stand for a stated rule. */
  private static String witnesses(JsonNode answer) {
    TreeSet<String> witnessed = new TreeSet<>();
    TreeSet<String> stated = new TreeSet<>();
    for (JsonNode finding : answer.path("findings")) {
      if (finding.path("severity").asString().equals("error")) {
        boolean confirmed = finding.path("witness").path("confirmed").asBoolean(false);
        (confirmed ? witnessed : stated).add(finding.path("rule").asString());
      }
    }
    return witnessed.isEmpty()
        ? "Rule " + String.join(", ", stated)
        : "Confirmed witness: " + String.join(", ", witnessed);
  }

  private static String reason(JsonNode answer) {
    for (JsonNode finding : answer.path("findings")) {
      if (finding.path("confidence").asString().equals("unknown")) {
        return finding.path("why").asString();
      }
    }
    return "";
  }

  private static String principle(JsonNode expected, JsonNode answer) {
    for (JsonNode finding : answer.path("findings")) {
      if (finding.path("severity").asString().equals("warning")) {
        return "Rated a warning: " + finding.path("rule").asString();
      }
    }
    String complaints = expected.path("ids") + " " + expected.path("rules");
    for (Map.Entry<Pattern, String> principle : PRINCIPLES.entrySet()) {
      if (principle.getKey().matcher(complaints).find()) {
        return principle.getValue();
      }
    }
    TreeSet<String> seen = new TreeSet<>();
    answer.path("findings").forEach(finding -> seen.add(finding.path("rule").asString()));
    return PROVEN + (seen.isEmpty() ? "" : "; reported as " + String.join(", ", seen));
  }
}

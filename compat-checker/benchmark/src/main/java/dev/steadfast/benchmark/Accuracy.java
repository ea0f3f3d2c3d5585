package dev.steadfast.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * How often the checker is right on labelled data: pairs of documents, and pairs of schemas.
 *
 * <p>Every answer that differs from its label is listed by name.
 */
public final class Accuracy {

  private Accuracy() {}

  /** Arguments: {@code CORPUS [--write FILE]}. */
  public static void main(String[] arguments) throws IOException {
    Page page = Page.of(arguments, System.out);
    page.line("# Accuracy");
    page.line("");
    page.line("Written by `dev.steadfast.benchmark.Accuracy`.");
    page.line("");
    page.line(
        "*Label refuted*: the label says yes, and two validators, networknt's and one that the"
            + " checker does not use, confirm a value of the first schema that the second refuses.");
    page.line(
        "*Proven against the label*: the label says no, and the checker proves yes; no value can"
            + " settle that.");
    contracts(page, "micro");
    contracts(page, "micro-cross");
    Inclusions.ibm(page);
    Inclusions.jsoncompat(page);
    page.close();
  }

  private static void contracts(Page page, String folder) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    List<List<String>> wrong = Page.titled("pair", "label", "verdict", "why", "findings");
    Path pairs = page.corpus().resolve(folder);
    for (JsonNode answer : Command.lines("check", "--each", pairs.toString())) {
      String pair = answer.path("pair").asString();
      JsonNode expected =
          Command.JSON.readTree(Files.readString(pairs.resolve(pair).resolve("expected.json")));
      String label = label(expected);
      String verdict = answer.path("verdict").asString();
      boolean right = label.isEmpty() ? true : label.equals(verdict);
      counts.merge(
          label.isEmpty() ? "without a label" : right ? "right" : "wrong", 1, Integer::sum);
      if (label.isEmpty() || !right) {
        wrong.add(
            List.of(
                pair,
                label.isEmpty() ? "none" : label,
                verdict,
                expected.path("why").asString(""),
                findings(answer)));
      }
    }
    page.heading(folder);
    page.counts(counts);
    page.table(wrong);
  }

  private static String label(JsonNode expected) {
    JsonNode breaking = expected.path("breaking");
    return breaking.isBoolean() ? (breaking.booleanValue() ? "breaking" : "compatible") : "";
  }

  /** The rules that were found, or the first problem. */
  private static String findings(JsonNode answer) {
    List<String> rules = new ArrayList<>();
    for (JsonNode finding : answer.path("findings")) {
      rules.add(finding.path("severity").asString() + ' ' + finding.path("rule").asString());
    }
    for (JsonNode problem : answer.path("problems")) {
      rules.add(problem.path("message").asString());
    }
    return String.join("; ", rules.subList(0, Math.min(rules.size(), 4)));
  }
}

package dev.steadfast;

import dev.steadfast.compat.Hurt;
import dev.steadfast.compat.RuleCatalogue;
import dev.steadfast.compat.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes docs/rules: a page for each rule, with its fixture as the example, and an index. */
final class RulePages {

  static final Path FOLDER = Path.of("../../docs/rules");

  private RulePages() {}

  /** By file name. */
  static Map<String, String> all() throws IOException {
    TreeMap<String, String> pages = new TreeMap<>();
    for (RuleInfo rule : RuleCatalogue.all()) {
      pages.put(rule.id() + ".md", page(rule));
    }
    pages.put("README.md", index());
    return pages;
  }

  static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> old = Files.list(FOLDER)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }

  private static String index() {
    StringBuilder out = new StringBuilder();
    out.append("# Rules\n\n");
    out.append("Severity under the profile `strict`; [policy.md](../policy.md) says how to rate a");
    out.append(" rule otherwise.\nThese pages are printed by `RulePages`.\n\n");
    out.append("| rule | severity | breaks | |\n|---|---|---|---|\n");
    for (RuleInfo rule : RuleCatalogue.all()) {
      out.append("| [").append(rule.id()).append("](").append(rule.id()).append(".md) | ");
      out.append(rule.severity().text()).append(" | ").append(breaks(rule)).append(" | ");
      out.append(rule.summary()).append(" |\n");
    }
    return out.toString();
  }

  private static String breaks(RuleInfo rule) {
    return rule.breaks().stream().map(Hurt::text).collect(Collectors.joining(", "));
  }

  private static String page(RuleInfo rule) throws IOException {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(rule.id()).append("\n\n").append(rule.summary()).append(".\n\n");
    out.append("- severity: ").append(rule.severity().text()).append('\n');
    if (!rule.breaks().isEmpty()) {
      out.append("- breaks: ").append(breaks(rule)).append('\n');
    }
    out.append("- why: ").append(rule.why()).append('\n');
    out.append("- fix: ").append(rule.fix()).append('\n');
    Path folder = RuleFixture.ALL.resolve(rule.id());
    if (Files.exists(folder)) {
      example(out, new RuleFixture(folder.resolve("breaks")));
      silent(out, new RuleFixture(folder.resolve("allows")));
    }
    return out.toString();
  }

  private static void example(StringBuilder out, RuleFixture fixture) throws IOException {
    out.append("\n## Example\n\n");
    block(out, "diff", diff(fixture));
    out.append('\n');
    block(out, "text", fixture.text());
  }

  private static void silent(StringBuilder out, RuleFixture fixture) throws IOException {
    out.append("\n## Not this\n\nThe same contract, written in another way:\n\n");
    block(out, "diff", diff(fixture));
  }

  private static void block(StringBuilder out, String language, String text) {
    out.append("```").append(language).append('\n').append(text).append("```\n");
  }

  /* Common lines at both ends stay; what is between was replaced. */
  private static String diff(RuleFixture fixture) throws IOException {
    List<String> before = fixture.shown("before.yaml").lines().toList();
    List<String> after = fixture.shown("after.yaml").lines().toList();
    int start = 0;
    while (start < Math.min(before.size(), after.size())
        && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(before.size(), after.size()) - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    StringBuilder out = new StringBuilder();
    before.subList(0, start).forEach(line -> out.append("  ").append(line).append('\n'));
    before
        .subList(start, before.size() - end)
        .forEach(line -> out.append("- ").append(line).append('\n'));
    after
        .subList(start, after.size() - end)
        .forEach(line -> out.append("+ ").append(line).append('\n'));
    after
        .subList(after.size() - end, after.size())
        .forEach(line -> out.append("  ").append(line).append('\n'));
    return out.toString();
  }
}

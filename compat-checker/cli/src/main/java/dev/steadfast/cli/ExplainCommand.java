package dev.steadfast.cli;

import dev.steadfast.compat.Hurt;
import dev.steadfast.compat.Nearest;
import dev.steadfast.compat.RuleCatalogue;
import dev.steadfast.compat.RuleInfo;
import dev.steadfast.lifecycle.LifecycleRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast explain RULE}: what a rule is about, with an example. */
final class ExplainCommand implements Command {

  private static final int NEAR = 5;
  private static final String HEADING = "## ";
  private static final String FENCE = "```";

  private final Surroundings surroundings;
  private final CommandSpec spec;

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec = Options.described("explain", "Explains a rule; without RULE, lists all rules.");
    spec.addPositional(Options.argument(0, "RULE", "the id in brackets behind a finding"));
    spec.usageMessage()
        .footer(
            "  steadfast explain request-property-became-required",
            "  steadfast explain | grep response-");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    String id = arguments.matchedPositionalValue(0, "");
    if (id.isEmpty()) {
      list();
      return ExitCode.CLEAN;
    }
    Optional<RuleInfo> rule = RuleCatalogue.find(id);
    if (rule.isPresent()) {
      page(rule.get());
    } else {
      page(
          LifecycleRule.named(id)
              .orElseThrow(() -> new UsageException("there is no rule '" + id + "'" + near(id))));
    }
    return ExitCode.CLEAN;
  }

  private static String near(String id) {
    List<String> near = Nearest.to(id, RuleCatalogue.ids(), NEAR);
    return near.isEmpty()
        ? "; steadfast explain lists all rules"
        : "; near: " + String.join(", ", near);
  }

  private void list() throws IOException {
    Writer out = surroundings.out();
    int width = RuleCatalogue.ids().stream().mapToInt(String::length).max().orElse(0);
    for (RuleInfo rule : RuleCatalogue.all()) {
      out.write(rule.id() + " ".repeat(width - rule.id().length()));
      String severity = rule.severity().text();
      out.write("  " + severity + " ".repeat("warning".length() - severity.length()));
      out.write("  " + rule.summary() + '\n');
    }
    for (LifecycleRule rule : LifecycleRule.values()) {
      out.write(rule.id() + " ".repeat(width - rule.id().length()) + "  error    ");
      out.write(rule.summary() + '\n');
    }
  }

  private void page(RuleInfo rule) throws IOException {
    Writer out = surroundings.out();
    out.write(rule.id() + '\n');
    out.write("    " + rule.summary() + "\n\n");
    out.write("severity: " + rule.severity().text() + '\n');
    if (!rule.breaks().isEmpty()) {
      out.write(
          "breaks: " + rule.breaks().stream().map(Hurt::text).collect(Collectors.joining(", ")));
      out.write('\n');
    }
    out.write("why: " + rule.why() + '\n');
    out.write("fix: " + rule.fix() + '\n');
    examples(rule.id());
  }

  private void page(LifecycleRule rule) throws IOException {
    Writer out = surroundings.out();
    out.write(rule.id() + "\n    " + rule.summary() + "\n\n");
    out.write("severity: error\nwhy: " + rule.why() + "\nfix: " + rule.fix() + '\n');
  }

  /** The sections of the rule's page, code indented instead of fenced. */
  private void examples(String id) throws IOException {
    try (InputStream page = ExplainCommand.class.getResourceAsStream("rules/" + id + ".md")) {
      if (page == null) {
        return;
      }
      String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      int from = text.indexOf("\n" + HEADING);
      boolean code = false;
      for (String line : from < 0 ? List.<String>of() : text.substring(from).lines().toList()) {
        if (line.startsWith(FENCE)) {
          code = !code;
        } else {
          surroundings.out().write(shown(line, code) + '\n');
        }
      }
    }
  }

  private static String shown(String line, boolean code) {
    if (code) {
      return line.isEmpty() ? "" : "    " + line;
    }
    return line.startsWith(HEADING) ? line.substring(HEADING.length()) + ':' : line;
  }
}

package dev.steadfast.report;

import dev.steadfast.compat.Finding;
import dev.steadfast.compat.Hurt;
import dev.steadfast.compat.RuleCatalogue;
import dev.steadfast.compat.RuleInfo;
import dev.steadfast.compat.Severity;
import dev.steadfast.compat.Verdict;
import dev.steadfast.compat.Waiver;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Problem;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A SARIF 2.1.0 log (OASIS, 27 March 2020) with one run for each pair. */
final class SarifReport implements Report {

  /* What GitHub code scanning accepts in one run; the worst come first. */
  private static final int MAX_RESULTS = 25_000;
  private static final int MAX_COPIES = 100;
  private static final int MAX_TEXT = 1_000;

  private final Writer out;
  private final JsonWriter json;
  private final String version;
  private boolean open;

  SarifReport(Writer out, String version) {
    this.out = out;
    this.json = new JsonWriter(out, JsonWriter.Layout.INDENTED);
    this.version = version;
  }

  @Override
  public void add(Result result) throws IOException {
    begin();
    json.beginObject();
    Map<String, Integer> rules = rules(result);
    tool(rules.keySet());
    json.name("automationDetails")
        .beginObject()
        .member("id", "steadfast/" + (result.pair().isEmpty() ? "check" : result.pair()) + '/')
        .endObject();
    json.member("columnKind", "unicodeCodePoints");
    if (result instanceof Result.Compared compared) {
      invocation(true, compared.notes(), "note");
      results(compared, rules);
    } else if (result instanceof Result.Unreadable unreadable) {
      invocation(false, unreadable.problems(), "error");
      json.name("results").beginArray().endArray();
    }
    json.endObject();
  }

  private void begin() throws IOException {
    if (!open) {
      open = true;
      json.beginObject()
          .member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
          .member("version", "2.1.0")
          .name("runs")
          .beginArray();
    }
  }

  @Override
  public void close() throws IOException {
    begin();
    json.endArray().endObject().endLine();
    out.flush();
  }

  /** Ids of the rules that found something, in the order of their index. */
  private static Map<String, Integer> rules(Result result) {
    Map<String, Integer> rules = new TreeMap<>();
    if (result instanceof Result.Compared compared) {
      Verdict verdict = compared.verdict();
      verdict.findings().forEach(finding -> rules.put(finding.rule(), 0));
      verdict.waived().forEach(waived -> rules.put(waived.finding().rule(), 0));
    }
    int index = 0;
    for (Map.Entry<String, Integer> rule : rules.entrySet()) {
      rule.setValue(index++);
    }
    return rules;
  }

  private void tool(Set<String> rules) throws IOException {
    json.name("tool").beginObject().name("driver").beginObject();
    json.member("name", "Steadfast").member("version", version).name("rules").beginArray();
    for (String id : rules) {
      Optional<RuleInfo> rule = RuleCatalogue.find(id);
      if (rule.isPresent()) {
        rule(rule.get());
      } else {
        json.beginObject().member("id", id).endObject();
      }
    }
    json.endArray().endObject().endObject();
  }

  private void rule(RuleInfo rule) throws IOException {
    json.beginObject().member("id", rule.id());
    text("shortDescription", rule.summary());
    text("fullDescription", rule.summary() + ". " + rule.why());
    json.name("help")
        .beginObject()
        .member("text", "Why: " + rule.why() + "\nFix: " + rule.fix())
        .member("markdown", "**Why:** " + rule.why() + "\n\n**Fix:** " + rule.fix())
        .endObject();
    json.name("defaultConfiguration")
        .beginObject()
        .member("level", level(rule.severity()))
        .endObject();
    json.name("properties")
        .beginObject()
        .member("tags", rule.breaks().stream().map(Hurt::text).toList())
        .member("precision", "very-high")
        .endObject();
    json.endObject();
  }

  private void invocation(boolean successful, List<Problem> problems, String level)
      throws IOException {
    json.name("invocations").beginArray().beginObject();
    json.member("executionSuccessful", successful);
    json.name("toolExecutionNotifications").beginArray();
    for (Problem problem : problems.subList(0, Math.min(problems.size(), MAX_RESULTS))) {
      json.beginObject();
      text("message", problem.message());
      json.member("level", level).name("locations").beginArray();
      location(problem.at());
      json.endArray().endObject();
    }
    json.endArray().endObject().endArray();
  }

  private void results(Result.Compared compared, Map<String, Integer> rules) throws IOException {
    json.name("results").beginArray();
    List<Finding> findings = compared.verdict().findings();
    for (Finding finding : findings.subList(0, Math.min(findings.size(), MAX_RESULTS))) {
      result(finding, compared, rules, null);
    }
    for (Verdict.Waived waived : compared.verdict().waived()) {
      result(waived.finding(), compared, rules, waived.waiver());
    }
    json.endArray();
  }

  private void result(
      Finding finding,
      Result.Compared compared,
      Map<String, Integer> rules,
      @Nullable Waiver waiver)
      throws IOException {
    json.beginObject()
        .member("ruleId", finding.rule())
        .member("ruleIndex", rules.getOrDefault(finding.rule(), -1))
        .member("level", level(finding.severity()));
    text("message", Wording.headline(finding));
    json.name("locations").beginArray();
    location(Wording.shown(finding, compared));
    json.endArray();
    related(finding);
    json.name("partialFingerprints")
        .beginObject()
        .member("steadfast/v1", finding.fingerprint())
        .endObject();
    if (waiver != null) {
      suppression(waiver);
    }
    json.endObject();
  }

  private void related(Finding finding) throws IOException {
    if (finding.base() == null && finding.copies().isEmpty()) {
      return;
    }
    json.name("relatedLocations").beginArray();
    int id = 1;
    if (finding.base() != null) {
      related(id++, finding.base(), "was here");
    }
    List<Finding.Spot> copies = finding.copies();
    for (Finding.Spot copy : copies.subList(0, Math.min(copies.size(), MAX_COPIES))) {
      Location at = copy.revision() != null ? copy.revision() : copy.base();
      if (at != null) {
        related(id++, at, "the same change");
      }
    }
    json.endArray();
  }

  private void related(int id, Location at, String message) throws IOException {
    json.beginObject().member("id", id);
    physical(at);
    text("message", message);
    json.endObject();
  }

  private void suppression(Waiver waiver) throws IOException {
    json.name("suppressions")
        .beginArray()
        .beginObject()
        .member("kind", "external")
        .member("status", "accepted")
        .member(
            "justification",
            waiver.reason() + " (" + waiver.owner() + ", until " + waiver.until() + ')')
        .name("location")
        .beginObject();
    physical(waiver.at());
    json.endObject().endObject().endArray();
  }

  private void location(Location at) throws IOException {
    json.beginObject();
    physical(at);
    if (!at.pointer().isEmpty()) {
      json.name("logicalLocations")
          .beginArray()
          .beginObject()
          .member("fullyQualifiedName", at.pointer())
          .endObject()
          .endArray();
    }
    json.endObject();
  }

  private void physical(Location at) throws IOException {
    json.name("physicalLocation")
        .beginObject()
        .name("artifactLocation")
        .beginObject()
        .member("uri", uri(Wording.path(at.file())))
        .endObject();
    if (at.line() > 0) {
      json.name("region")
          .beginObject()
          .member("startLine", at.line())
          .member("startColumn", at.column())
          .endObject();
    }
    json.endObject();
  }

  private void text(String name, String text) throws IOException {
    String bounded = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + '…' : text;
    json.name(name).beginObject().member("text", bounded).endObject();
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.text();
  }

  /* The first segment of a relative reference has no colon (RFC 3986 §4.2). */
  private static String uri(String file) {
    String path = file.replace('\\', '/');
    try {
      String uri = new URI(null, null, path, null).toASCIIString();
      return path.startsWith("/") ? "file://" + uri : uri;
    } catch (URISyntaxException unusual) {
      return "unnamed";
    }
  }
}

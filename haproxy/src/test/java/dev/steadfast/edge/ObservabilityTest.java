package dev.steadfast.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts and dashboard ask for what exists, and somebody wrote down what to do. */
class ObservabilityTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Path RULES = Checkout.EDGE.resolve("prometheus");
  private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
  private static final Pattern TESTED = Pattern.compile("alertname: (\\w+)\\s+exp_alerts:\\s+- ");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (\\w+)$");
  private static final Pattern LINK = Pattern.compile("runbook: docs/runbook\\.md#(\\w+)");

  @Test
  void alerts_onTheirTestSeries_fireAndStaySilent() {
    Checkout.Ended ended =
        Checkout.run(Map.of(), "promtool", "test", "rules", "prometheus/rules_test.yml");
    assertThat(ended.output()).contains("SUCCESS");
    assertThat(ended.code()).isZero();
  }

  @Test
  void prometheus_withTheShippedConfiguration_isValid() {
    Checkout.Ended ended =
        Checkout.run(Map.of(), "promtool", "check", "config", "prometheus/prometheus.yml");
    assertThat(ended.code()).as(ended.output()).isZero();
  }

  @Test
  void everyAlert_hasATestThatFiresItAndASectionInTheRunbook() throws IOException {
    String rules = Files.readString(RULES.resolve("rules.yml"));
    Set<String> alerts = names(ALERT, rules);
    assertThat(names(TESTED, Files.readString(RULES.resolve("rules_test.yml")))).isEqualTo(alerts);
    assertThat(names(SECTION, Files.readString(Checkout.ROOT.resolve("docs/runbook.md"))))
        .containsAll(alerts);
    assertThat(names(LINK, rules))
        .isEqualTo(
            alerts.stream()
                .map(alert -> alert.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet()));
  }

  @Test
  void everyQueryOfTheDashboard_onARunningEdge_hasAValue(@TempDir Path folder) throws Exception {
    try (TestEdge edge = new TestEdge(Files.createDirectory(folder.resolve("e")), Map.of());
        PrometheusProcess prometheus =
            new PrometheusProcess(
                folder, edge.metrics(), edge.s1().address(), edge.s2().address())) {
      List<String> unanswered = queries();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!unanswered.isEmpty() && System.nanoTime() < end) {
        for (int i = 0; i < 20; i++) {
          edge.send(edge.request("/v2/payments"));
        }
        Thread.sleep(500);
        unanswered = unanswered(prometheus, unanswered);
      }
      assertThat(unanswered).isEmpty();
      assertThat(prometheus.query("ALERTS{alertstate=\"firing\"}")).isEmpty();
    }
  }

  private static List<String> unanswered(PrometheusProcess prometheus, List<String> queries)
      throws IOException, InterruptedException {
    List<String> left = new ArrayList<>();
    for (String query : queries) {
      try {
        if (prometheus.query(query).isEmpty()) {
          left.add(query);
        }
      } catch (ConnectException notYet) {
        return queries;
      }
    }
    return left;
  }

  private static List<String> queries() throws IOException {
    JsonNode dashboard =
        new JsonMapper().readTree(Files.readString(Checkout.EDGE.resolve("grafana/payments.json")));
    List<String> queries = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      for (JsonNode target : panel.path("targets")) {
        queries.add(target.get("expr").stringValue());
      }
    }
    assertThat(queries).hasSizeGreaterThan(25);
    return queries;
  }

  private static Set<String> names(Pattern pattern, String text) {
    Set<String> names = new TreeSet<>();
    pattern.matcher(text).results().forEach(match -> names.add(match.group(1)));
    return names;
  }
}

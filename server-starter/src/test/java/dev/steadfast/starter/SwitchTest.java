package dev.steadfast.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.Bookshop;
import dev.steadfast.bookshop.CapturedLog;
import dev.steadfast.bookshop.MovableClock;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

/** Each feature works alone in an application of its own, and off is off. */
class SwitchTest {

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-10-01T00:00:00Z"));

  /** A feature by the name of its settings, with what shows that it is there. */
  private enum Feature {
    ACCESS_LOG,
    IDEMPOTENCY,
    LIFECYCLE,
    PROBLEM,
    RATE_LIMIT,
    REQUEST_ID;

    String off() {
      return "steadfast." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".enabled=false";
    }
  }

  /** What an unknown address of version 1 is answered with shows every feature of a request. */
  private static Set<Feature> shown(String... settings) {
    Set<Feature> shown = new TreeSet<>();
    Bookshop shop = Bookshop.openWith(List.of(CLOCK), settings);
    try (CapturedLog log = CapturedLog.of("dev.steadfast.access")) {
      try (shop) {
        shown.addAll(shown(shop.get("/v1/nothing")));
      }
      if (!log.events().isEmpty()) {
        shown.add(Feature.ACCESS_LOG);
      }
    }
    return shown;
  }

  private static Set<Feature> shown(HttpResponse<String> answer) {
    Set<Feature> shown = new TreeSet<>();
    assertThat(answer.statusCode()).isEqualTo(404);
    if (answer.headers().firstValue("Deprecation").isPresent()) {
      shown.add(Feature.LIFECYCLE);
    }
    if (answer.headers().firstValue("X-Request-Id").isPresent()) {
      shown.add(Feature.REQUEST_ID);
    }
    if (answer.headers().allValues("Content-Type").contains("application/problem+json")) {
      shown.add(Feature.PROBLEM);
    }
    return shown;
  }

  @Test
  void features_together_areAllThere() {
    assertThat(shown())
        .containsExactlyInAnyOrder(
            Feature.ACCESS_LOG, Feature.LIFECYCLE, Feature.PROBLEM, Feature.REQUEST_ID);
  }

  @ParameterizedTest
  @EnumSource(
      value = Feature.class,
      names = {"ACCESS_LOG", "LIFECYCLE", "PROBLEM", "REQUEST_ID"})
  void feature_alone_works(Feature feature) {
    String[] others =
        Stream.of(Feature.values())
            .filter(other -> other != feature)
            .map(Feature::off)
            .toArray(String[]::new);
    assertThat(shown(others)).containsExactly(feature);
  }

  @ParameterizedTest
  @EnumSource(
      value = Feature.class,
      names = {"ACCESS_LOG", "LIFECYCLE", "PROBLEM", "REQUEST_ID"})
  void feature_off_leavesTheOthers(Feature feature) {
    assertThat(shown(feature.off())).hasSize(3).doesNotContain(feature);
  }

  @Test
  void features_allOff_leaveSpringAsItIs() {
    String[] off = Arrays.stream(Feature.values()).map(Feature::off).toArray(String[]::new);
    try (Bookshop shop = Bookshop.openWith(List.of(CLOCK), off)) {
      HttpResponse<String> answer = shop.get("/v1/nothing");
      assertThat(answer.headers().map().keySet())
          .containsExactlyInAnyOrder("content-type", "date", "transfer-encoding");
      assertThat(answer.body()).contains("\"timestamp\"", "\"error\":\"Not Found\"");
      List<String> left = new ArrayList<>();
      for (String name : shop.context().getBeanDefinitionNames()) {
        Class<?> type = shop.context().getType(name);
        if (type != null && type.getPackageName().startsWith("dev.steadfast.starter")) {
          left.add(type.getSimpleName());
        }
      }
      assertThat(left)
          .containsExactlyInAnyOrder(
              "DefaultKinds", "ProblemAutoConfiguration", "ProblemProperties", "ProblemResponder");
      assertThat(shop.context().getBeanNamesForType(FilterRegistrationBean.class))
          .allMatch(name -> name.startsWith("webMvc"));
    }
  }
}

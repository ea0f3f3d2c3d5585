package dev.steadfast.lifecycle;

import dev.steadfast.header.HttpDate;
import dev.steadfast.header.WebLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What answers tell of the end of a version, or of one of its operations.
 *
 * @param deprecated null when it is not deprecated
 * @param sunset null when its end is not decided
 * @param links what {@code Link} carries
 */
public record Notices(@Nullable Instant deprecated, @Nullable Instant sunset, List<WebLink> links) {

  private static final String HTML = "text/html";

  public Notices {
    links = List.copyOf(links);
  }

  static Notices of(Lifecycle lifecycle, ApiVersion version) {
    Life life = version.life();
    return life.state().value().ends()
        ? new Notices(
            life.deprecated(),
            life.sunset(),
            links(lifecycle, version, life, successorPath(lifecycle, version)))
        : new Notices(null, null, List.of());
  }

  /** An operation of a deprecated version ends with the version, or earlier. */
  static Notices of(Lifecycle lifecycle, ApiVersion version, ApiOperation operation) {
    Life own = operation.life();
    if (!own.state().value().ends()) {
      return of(lifecycle, version);
    }
    Notices outer = of(lifecycle, version);
    String successor = successorPath(version, operation);
    return new Notices(
        earlier(own.deprecated(), outer.deprecated),
        earlier(own.sunset(), outer.sunset),
        links(
            lifecycle,
            version,
            own,
            successor != null ? successor : successorPath(lifecycle, version)));
  }

  /** Name and value of each header, in the order in which they are sent. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (deprecated != null) {
      headers.put("Deprecation", "@" + deprecated.getEpochSecond());
    }
    if (sunset != null) {
      headers.put("Sunset", HttpDate.format(sunset));
    }
    if (!links.isEmpty()) {
      headers.put("Link", links.stream().map(WebLink::toString).collect(Collectors.joining(", ")));
    }
    return headers;
  }

  /** Base path of the version that takes this one's place; null when none does. */
  static @Nullable String successorPath(Lifecycle lifecycle, ApiVersion version) {
    return Stream.ofNullable(Life.text(version.life().successor()))
        .flatMap(name -> lifecycle.version(name).stream())
        .map(successor -> successor.basePath().value())
        .findFirst()
        .orElse(null);
  }

  /* A template is no URI; the documentation names such a successor. */
  private static @Nullable String successorPath(ApiVersion version, ApiOperation operation) {
    String successor = Life.text(operation.life().successor());
    return successor == null || successor.contains("{")
        ? null
        : version.basePath().value() + successor.substring(successor.indexOf(' ') + 1);
  }

  /* rel: RFC 9745 §3, RFC 8594 §6, RFC 5829 §3.1 */
  private static List<WebLink> links(
      Lifecycle lifecycle, ApiVersion version, Life life, @Nullable String successor) {
    List<WebLink> links = new ArrayList<>();
    String guide =
        firstOf(
            life.migrationGuide(),
            life.documentation(),
            version.life().migrationGuide(),
            version.life().documentation());
    String policy = firstOf(life.policy(), version.life().policy(), lifecycle.policy());
    if (guide != null) {
      links.add(new WebLink(guide, "deprecation", HTML));
    }
    if (policy != null || guide != null) {
      links.add(
          new WebLink(policy != null ? policy : Objects.requireNonNull(guide), "sunset", HTML));
    }
    if (successor != null) {
      links.add(new WebLink(successor, "successor-version", ""));
    }
    return links;
  }

  @SafeVarargs
  private static @Nullable String firstOf(@Nullable Said<String>... candidates) {
    for (Said<String> candidate : candidates) {
      if (candidate != null) {
        return candidate.value();
      }
    }
    return null;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }
}

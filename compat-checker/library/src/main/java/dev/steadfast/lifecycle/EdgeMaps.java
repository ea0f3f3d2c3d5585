package dev.steadfast.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The map files that tell HAProxy which version a request means, and what to answer. */
final class EdgeMaps {

  private static final Pattern NUMBERED = Pattern.compile("v?([0-9]+)");

  private final Lifecycle lifecycle;

  EdgeMaps(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** Texts by file name, sorted. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    put(files, "versions.map", "base path, version", v -> v.basePath().value(), EdgeMaps::name);
    put(
        files,
        "accept-versions.map",
        "version parameter of Accept, version",
        EdgeMaps::parameter,
        EdgeMaps::name);
    put(
        files,
        "current.map",
        "the version of requests that name none",
        v -> v.life().state().value() == State.CURRENT ? "current" : null,
        EdgeMaps::name);
    put(
        files,
        "sunset.map",
        "version, epoch second from which every request is answered with 410",
        EdgeMaps::name,
        v -> second(v.life().sunset()));
    put(
        files,
        "successors.map",
        "version, base path of the version that takes its place",
        EdgeMaps::name,
        v -> Notices.successorPath(lifecycle, v));
    for (String header : List.of("Deprecation", "Sunset", "Link")) {
      put(
          files,
          header.toLowerCase(Locale.ROOT) + "-headers.map",
          "version, value of " + header,
          EdgeMaps::name,
          v -> Notices.of(lifecycle, v).headers().get(header));
    }
    files.put("brownouts.map", brownouts());
    return files;
  }

  private void put(
      Map<String, String> files,
      String file,
      String columns,
      Function<ApiVersion, @Nullable String> key,
      Function<ApiVersion, @Nullable String> value) {
    List<String> lines = new ArrayList<>();
    for (ApiVersion version : lifecycle.versions()) {
      String first = key.apply(version);
      String second = value.apply(version);
      if (first != null && second != null) {
        lines.add(first + ' ' + second);
      }
    }
    files.put(file, text(columns, lines.stream().sorted().toList()));
  }

  /** Ranges for {@code map_int}: windows that overlap are cut, so that one range matches. */
  private String brownouts() {
    TreeSet<Instant> cuts = new TreeSet<>();
    for (ApiVersion version : lifecycle.versions()) {
      for (Window window : version.life().brownouts()) {
        cuts.add(window.from());
        cuts.add(window.until());
      }
    }
    List<String> lines = new ArrayList<>();
    Instant from = null;
    for (Instant until : cuts) {
      List<String> out = from == null ? List.of() : out(from);
      if (from != null && !out.isEmpty()) {
        lines.add(
            from.getEpochSecond()
                + ":"
                + (until.getEpochSecond() - 1)
                + ' '
                + String.join(",", out));
      }
      from = until;
    }
    return text("first:last epoch second, versions that answer with 410", lines);
  }

  private List<String> out(Instant at) {
    return lifecycle.versions().stream()
        .filter(
            version ->
                version.life().brownouts().stream()
                    .anyMatch(w -> !at.isBefore(w.from()) && at.isBefore(w.until())))
        .map(EdgeMaps::name)
        .sorted()
        .toList();
  }

  private String text(String columns, List<String> lines) {
    StringBuilder out = new StringBuilder();
    out.append("# Written by 'steadfast lifecycle haproxy' from ").append(lifecycle.at().file());
    out.append("; change it there.\n# ").append(columns).append('\n');
    lines.forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  private static String name(ApiVersion version) {
    return version.name().value();
  }

  private static String parameter(ApiVersion version) {
    Matcher numbered = NUMBERED.matcher(version.name().value());
    return numbered.matches() ? numbered.group(1) : version.name().value();
  }

  private static @Nullable String second(@Nullable Instant instant) {
    return instant == null ? null : Long.toString(instant.getEpochSecond());
  }
}

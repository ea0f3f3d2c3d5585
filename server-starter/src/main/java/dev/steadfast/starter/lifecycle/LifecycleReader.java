package dev.steadfast.starter.lifecycle;

import dev.steadfast.starter.lifecycle.End.Brownout;
import dev.steadfast.starter.lifecycle.End.Successor;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a lifecycle file. Headers that it carries must say what its dates say; those that it does
 * not carry are made from the dates, so that a file can be written by hand.
 */
final class LifecycleReader {

  private final List<String> faults = new ArrayList<>();

  private LifecycleReader() {}

  /**
   * @param name of the file, for messages
   * @throws IllegalStateException with every fault of the file and its place
   */
  static ApiLifecycle read(String name, InputStream file) throws IOException {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(file);
    } catch (JacksonException e) {
      throw new IllegalStateException(name + ": is not JSON: " + e.getOriginalMessage(), e);
    }
    LifecycleReader reader = new LifecycleReader();
    ApiLifecycle lifecycle = reader.lifecycle(root);
    if (!reader.faults.isEmpty()) {
      throw new IllegalStateException(
          reader.faults.stream()
              .map(fault -> name + ": " + fault)
              .collect(Collectors.joining(System.lineSeparator())));
    }
    return lifecycle;
  }

  private ApiLifecycle lifecycle(JsonNode root) {
    if (root.path("schemaVersion").asInt(0) != 1) {
      fault("schemaVersion", "must be 1, is " + root.path("schemaVersion"));
    }
    List<VersionLifecycle> versions = new ArrayList<>();
    JsonNode written = root.path("versions");
    if (written.isEmpty()) {
      fault("versions", "must name at least one version");
    }
    for (int i = 0; i < written.size(); i++) {
      versions.add(version(written.get(i), "versions[" + i + "]"));
    }
    unique(versions.stream().map(VersionLifecycle::version).toList(), "version");
    unique(versions.stream().map(VersionLifecycle::basePath).toList(), "basePath");
    return new ApiLifecycle(text(root, "api", ""), versions);
  }

  private VersionLifecycle version(JsonNode node, String place) {
    String basePath = text(node, "basePath", place);
    if (!basePath.startsWith("/") || (basePath.endsWith("/") && basePath.length() > 1)) {
      fault(
          place + ".basePath", "must start with a slash and not end with one: '" + basePath + "'");
    }
    List<OperationLifecycle> operations = new ArrayList<>();
    JsonNode written = node.path("operations");
    for (int i = 0; i < written.size(); i++) {
      if (endsItself(written.get(i))) {
        operations.add(operation(written.get(i), place + ".operations[" + i + "]"));
      }
    }
    return new VersionLifecycle(
        text(node, "version", place), basePath, state(node, place), end(node, place), operations);
  }

  /** Operations of the file that only say their name live as long as their version. */
  private static boolean endsItself(JsonNode operation) {
    return operation.hasNonNull("deprecated")
        || operation.hasNonNull("sunset")
        || operation.hasNonNull("brownouts")
        || operation.path("state").asString("").equals("retired");
  }

  private OperationLifecycle operation(JsonNode node, String place) {
    String path = text(node, "path", place);
    if (!path.startsWith("/")) {
      fault(place + ".path", "must start with a slash: '" + path + "'");
      path = "/";
    }
    return new OperationLifecycle(
        text(node, "method", place).toUpperCase(Locale.ROOT),
        path,
        state(node, place),
        end(node, place));
  }

  private State state(JsonNode node, String place) {
    String written = node.path("state").asString("current");
    for (State state : State.values()) {
      if (state.name().toLowerCase(Locale.ROOT).equals(written)) {
        return state;
      }
    }
    fault(
        place + ".state",
        "must be one of "
            + Arrays.toString(State.values()).toLowerCase(Locale.ROOT)
            + ", is '"
            + written
            + "'");
    return State.CURRENT;
  }

  private End end(JsonNode node, String place) {
    Instant deprecated = instant(node, "deprecated", place);
    Instant sunset = instant(node, "sunset", place);
    if (deprecated != null && sunset != null && sunset.isBefore(deprecated)) {
      // RFC 9745 §4
      fault(place + ".sunset", sunset + " is before the deprecation at " + deprecated);
    }
    Successor successor = successor(node.path("successor"), place);
    LinkHeader links = new LinkHeader(node, place, this::fault);
    End end =
        new End(
            instant(node, "announced", place),
            deprecated,
            sunset,
            successor,
            brownouts(node, place),
            links.value(successor));
    agrees(node, place, "Deprecation", Headers.deprecation(end));
    agrees(node, place, "Sunset", Headers.sunset(end));
    return end;
  }

  private @Nullable Successor successor(JsonNode node, String place) {
    if (node.isObject()) {
      String href = node.path("basePath").asString("");
      return new Successor(
          text(node, "version", place + ".successor"), href.isEmpty() ? null : href);
    }
    return node.isString() ? new Successor(node.asString(), null) : null;
  }

  private List<Brownout> brownouts(JsonNode node, String place) {
    List<Brownout> brownouts = new ArrayList<>();
    JsonNode written = node.path("brownouts");
    for (int i = 0; i < written.size(); i++) {
      String at = place + ".brownouts[" + i + "]";
      Instant from = instant(written.get(i), "from", at);
      Instant until = instant(written.get(i), "until", at);
      if (from == null || until == null || !from.isBefore(until)) {
        fault(at, "must have a 'from' and a later 'until'");
      } else {
        brownouts.add(new Brownout(from, until));
      }
    }
    return brownouts;
  }

  /** What the file carries ready to send must be what its dates say. */
  private void agrees(JsonNode node, String place, String header, @Nullable String value) {
    JsonNode written = node.path("headers").path(header);
    if (written.isString() && !written.asString().equals(value)) {
      fault(
          place + ".headers." + header,
          "says '" + written.asString() + "', the dates say '" + value + "'");
    }
  }

  private @Nullable Instant instant(JsonNode node, String member, String place) {
    String written = node.path(member).asString("");
    if (written.isEmpty()) {
      return null;
    }
    try {
      Instant instant = OffsetDateTime.parse(written).toInstant();
      if (instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))) {
        return instant;
      }
      fault(place + '.' + member, "must be a whole second: '" + written + "'");
    } catch (DateTimeException e) {
      fault(place + '.' + member, "must be an instant (RFC 3339): '" + written + "'");
    }
    return null;
  }

  private String text(JsonNode node, String member, String place) {
    String written = node.path(member).asString("");
    if (written.isEmpty()) {
      fault(place.isEmpty() ? member : place + '.' + member, "is missing");
    }
    return written;
  }

  private void unique(List<String> values, String member) {
    for (int i = 0; i < values.size(); i++) {
      if (values.indexOf(values.get(i)) < i) {
        fault("versions[" + i + "]." + member, "'" + values.get(i) + "' is there twice");
      }
    }
  }

  private void fault(String place, String what) {
    faults.add(place + ": " + what);
  }
}

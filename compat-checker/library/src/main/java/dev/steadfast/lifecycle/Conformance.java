package dev.steadfast.lifecycle;

import dev.steadfast.diff.Contract;
import dev.steadfast.diff.Operation;
import dev.steadfast.header.HttpDate;
import dev.steadfast.header.MalformedFieldException;
import dev.steadfast.header.StructuredField;
import dev.steadfast.header.WebLink;
import dev.steadfast.spec.Document;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether the answers of a running server say what the lifecycle says. */
public final class Conformance {

  /** What an answer is looked at for. */
  public enum Aspect {
    DEPRECATION("Deprecation"),
    SUNSET("Sunset"),
    LINK("Link"),
    STATUS("status");

    private final String title;

    Aspect(String title) {
      this.title = title;
    }

    /** As tables write it. */
    public String title() {
      return title;
    }
  }

  private static final String HOLE = "conformance-probe";
  private static final int GONE = 410;
  private static final int NOT_FOUND = 404;

  private final LifecycleFiles files;
  private final Instant now;

  /**
   * @param now decides what is answered with 410
   */
  public Conformance(LifecycleFiles files, Instant now) {
    this.files = files;
    this.now = now;
  }

  /** A request for each operation that reads; none has an effect. */
  public List<Probe> probes() {
    List<Probe> probes = new ArrayList<>();
    Lifecycle lifecycle = files.lifecycle();
    for (ApiVersion version : lifecycle.versions()) {
      Document spec = files.specs().get(version.name().value());
      List<Operation> operations = spec == null ? List.of() : new Contract(spec).operations();
      for (Operation operation : operations) {
        if (operation.method().equals("GET")) {
          probes.add(probe(lifecycle, version, "GET " + operation.path().text()));
        }
      }
      if (spec == null) {
        probes.add(probe(lifecycle, version, "GET /"));
      }
    }
    return probes;
  }

  private static Probe probe(Lifecycle lifecycle, ApiVersion version, String operation) {
    Optional<ApiOperation> own = version.operation(operation);
    List<Window> windows = new ArrayList<>(version.life().brownouts());
    own.ifPresent(listed -> windows.addAll(listed.life().brownouts()));
    return new Probe(
        version.name().value(),
        operation,
        version.basePath().value()
            + operation.substring("GET ".length()).replaceAll("\\{[^}]*}", HOLE),
        own.map(listed -> Notices.of(lifecycle, version, listed))
            .orElseGet(() -> Notices.of(lifecycle, version)),
        windows);
  }

  /** What was answered: a status code, and the lines of each header by its name. */
  public record Answer(URI uri, int status, Map<String, List<String>> headers) {

    public Answer {
      Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.forEach((name, lines) -> byName.put(name, List.copyOf(lines)));
      headers = byName;
    }

    List<String> lines(String name) {
      return headers.getOrDefault(name, List.of());
    }
  }

  /** What is wrong with an answer, in one sentence each. */
  public Map<Aspect, String> faults(Probe probe, Answer answer) {
    Map<Aspect, String> faults = new EnumMap<>(Aspect.class);
    Notices notices = probe.notices();
    note(faults, Aspect.DEPRECATION, deprecation(notices.deprecated(), answer));
    note(faults, Aspect.SUNSET, sunset(notices, answer));
    note(faults, Aspect.LINK, links(notices.links(), answer));
    note(faults, Aspect.STATUS, status(probe, answer));
    return faults;
  }

  private static void note(Map<Aspect, String> faults, Aspect aspect, @Nullable String fault) {
    if (fault != null) {
      faults.put(aspect, fault);
    }
  }

  /* RFC 9745 §2.1: an item, whose value is a date */
  private static @Nullable String deprecation(@Nullable Instant expected, Answer answer) {
    List<String> lines = answer.lines("Deprecation");
    String count = count("Deprecation", expected != null, lines);
    if (count != null || expected == null) {
      return count;
    }
    try {
      StructuredField.Bare value = StructuredField.item(lines.get(0)).value();
      if (!(value instanceof StructuredField.Date date)) {
        return "Deprecation '" + lines.get(0) + "' is no date, @ and seconds (RFC 9745 §2.1)";
      }
      return date.value() == expected.getEpochSecond()
          ? null
          : differs("Deprecation", lines.get(0), "@" + expected.getEpochSecond());
    } catch (MalformedFieldException e) {
      return "Deprecation is no structured field (RFC 9651): " + e.getMessage();
    }
  }

  /* RFC 8594 §3: an HTTP-date; RFC 9745 §4: not before the deprecation */
  private static @Nullable String sunset(Notices notices, Answer answer) {
    Instant expected = notices.sunset();
    List<String> lines = answer.lines("Sunset");
    String count = count("Sunset", expected != null, lines);
    if (count != null || expected == null) {
      return count;
    }
    Optional<Instant> sent = HttpDate.parse(lines.get(0));
    if (sent.isEmpty()) {
      return "Sunset '" + lines.get(0) + "' is no HTTP-date (RFC 8594 §3, RFC 9110 §5.6.7)";
    }
    if (notices.deprecated() != null && sent.get().isBefore(notices.deprecated())) {
      return "Sunset '" + lines.get(0) + "' is before the deprecation (RFC 9745 §4)";
    }
    return sent.get().equals(expected)
        ? null
        : differs("Sunset", lines.get(0), HttpDate.format(expected));
  }

  private static @Nullable String count(String name, boolean expected, List<String> lines) {
    if (!expected) {
      return lines.isEmpty() ? null : name + " '" + lines.get(0) + "' is sent and nothing ends";
    }
    return lines.size() == 1
        ? null
        : lines.isEmpty() ? name + " is missing" : name + " is sent " + lines.size() + " times";
  }

  private static String differs(String name, String sent, String expected) {
    return name + " is '" + sent + "', the lifecycle says '" + expected + "'";
  }

  /* Others may be sent beside them. */
  private static @Nullable String links(List<WebLink> expected, Answer answer) {
    List<WebLink> sent;
    try {
      sent = WebLink.parse(String.join(", ", answer.lines("Link")));
    } catch (MalformedFieldException e) {
      return "Link does not follow RFC 8288 §3: " + e.getMessage();
    }
    for (WebLink link : expected) {
      boolean found =
          sent.stream()
              .anyMatch(
                  other ->
                      other.rel().equals(link.rel())
                          && resolved(answer.uri(), other).equals(resolved(answer.uri(), link)));
      if (!found) {
        return "Link with rel=\"" + link.rel() + "\" to '" + link.href() + "' is missing";
      }
    }
    return null;
  }

  private static String resolved(URI uri, WebLink link) {
    try {
      return uri.resolve(link.href()).toString();
    } catch (IllegalArgumentException noUri) {
      return link.href();
    }
  }

  private @Nullable String status(Probe probe, Answer answer) {
    Instant sunset = probe.notices().sunset();
    boolean ended = sunset != null && !now.isBefore(sunset);
    boolean brownout =
        probe.windows().stream()
            .anyMatch(window -> !now.isBefore(window.from()) && now.isBefore(window.until()));
    if (ended || brownout) {
      return gone(answer, ended ? "its sunset was " + sunset : "a brownout goes on");
    }
    if (answer.status() == GONE) {
      return "410, and it is neither past its sunset nor in a brownout";
    }
    boolean hasHole = probe.path().contains(HOLE);
    return answer.status() == NOT_FOUND && !hasHole ? "404: it is not served" : null;
  }

  private static @Nullable String gone(Answer answer, String why) {
    if (answer.status() != GONE) {
      return answer.status() + " instead of 410: " + why;
    }
    List<String> types = answer.lines("Content-Type");
    boolean problem =
        types.size() == 1
            && types.get(0).toLowerCase(Locale.ROOT).startsWith("application/problem+json");
    return problem ? null : "410 is no problem document (RFC 9457), it is " + types;
  }
}

package dev.steadfast.compat;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NullNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.StringNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code steadfast.yaml}, all problems at once. */
final class PolicyReader {

  private static final List<String> KEYS = List.of("profile", "rules", "unknown", "waivers");
  private static final List<String> WAIVER_KEYS =
      List.of("rule", "place", "reason", "owner", "until");
  private static final int NEAR = 3;

  private final Collection<String> ruleIds;
  private final List<Problem> problems = new ArrayList<>();

  private PolicyReader(Collection<String> ruleIds) {
    this.ruleIds = ruleIds;
  }

  static Policy.Reading read(Source source, Collection<String> ruleIds, LocalDate today) {
    DataReader.Data data = DataReader.read(source);
    if (data.value() == null) {
      return new Policy.Reading(null, data.problems());
    }
    PolicyReader reader = new PolicyReader(ruleIds);
    Policy policy = reader.policy(data.value(), today);
    return reader.problems.isEmpty()
        ? new Policy.Reading(policy, List.of())
        : new Policy.Reading(null, reader.problems.stream().sorted().toList());
  }

  private Policy policy(Node root, LocalDate today) {
    if (!(root instanceof ObjectNode settings)) {
      problem(root, "a policy is an object with the keys " + String.join(", ", KEYS));
      return Policy.strict();
    }
    onlyKeys(settings, KEYS);
    return new Policy(
        profile(settings),
        rules(settings.get("rules")),
        unknown(settings),
        waivers(settings.get("waivers")),
        today);
  }

  private Profile profile(ObjectNode settings) {
    if (!settings.has("profile")) {
      return Profile.STRICT;
    }
    return Profile.named(text(settings, "profile"))
        .orElseGet(
            () -> {
              problemAtValue(settings, "profile", Profile.names());
              return Profile.STRICT;
            });
  }

  private Rating unknown(ObjectNode settings) {
    if (!settings.has("unknown")) {
      return Rating.WARNING;
    }
    return Rating.named(text(settings, "unknown"))
        .filter(rating -> rating != Rating.OFF)
        .orElseGet(
            () -> {
              problemAtValue(settings, "unknown", List.of("error", "warning", "info"));
              return Rating.WARNING;
            });
  }

  private Map<String, Rating> rules(@Nullable Node node) {
    Map<String, Rating> rules = new LinkedHashMap<>();
    if (node == null || node instanceof NullNode) {
      return rules;
    }
    if (!(node instanceof ObjectNode object)) {
      problem(node, "'rules' maps rule ids to " + String.join(", ", Rating.names()));
      return rules;
    }
    for (String rule : object.keys()) {
      checkRule(rule, Location.ofKey(object, rule));
      Rating.named(text(object, rule))
          .ifPresentOrElse(
              rating -> rules.put(rule, rating),
              () -> problemAtValue(object, rule, Rating.names()));
    }
    return rules;
  }

  private List<Waiver> waivers(@Nullable Node node) {
    List<Waiver> waivers = new ArrayList<>();
    if (node instanceof ArrayNode list) {
      for (Node item : list) {
        waiver(item, waivers);
      }
    } else if (node != null && !(node instanceof NullNode)) {
      problem(node, "'waivers' is a list of objects with " + String.join(", ", WAIVER_KEYS));
    }
    return waivers;
  }

  private void waiver(Node item, List<Waiver> waivers) {
    if (!(item instanceof ObjectNode waiver)) {
      problem(item, "a waiver is an object with the keys " + String.join(", ", WAIVER_KEYS));
      return;
    }
    int before = problems.size();
    onlyKeys(waiver, WAIVER_KEYS);
    for (String key : WAIVER_KEYS) {
      if (text(waiver, key).isBlank()) {
        problem(waiver, "a waiver needs '" + key + "', a text");
      }
    }
    if (problems.size() > before) {
      return;
    }
    checkRule(text(waiver, "rule"), Location.of(valueOf(waiver, "rule")));
    checkPlace(waiver);
    LocalDate until = date(waiver);
    if (until != null) {
      waivers.add(
          new Waiver(
              text(waiver, "rule"),
              text(waiver, "place"),
              text(waiver, "reason"),
              text(waiver, "owner"),
              until,
              Location.of(waiver)));
    }
  }

  private @Nullable LocalDate date(ObjectNode waiver) {
    try {
      return LocalDate.parse(text(waiver, "until"));
    } catch (DateTimeParseException e) {
      problem(
          valueOf(waiver, "until"),
          "'until' is a date like 2027-01-31, got '" + text(waiver, "until") + "'");
      return null;
    }
  }

  private void checkPlace(ObjectNode waiver) {
    String place = text(waiver, "place");
    if (!place.startsWith("/") && !place.contains(" /")) {
      problem(
          valueOf(waiver, "place"),
          "'place' is a JSON pointer like /paths/~1payments/post or an operation like"
              + " POST /payments, got '"
              + place
              + "'");
    }
  }

  private void checkRule(String rule, Location at) {
    if (!ruleIds.contains(rule)) {
      List<String> near = Nearest.to(rule, ruleIds, NEAR);
      problems.add(
          new Problem(
              at,
              "there is no rule '"
                  + rule
                  + "'"
                  + (near.isEmpty() ? "" : "; near: " + String.join(", ", near))));
    }
  }

  private void onlyKeys(ObjectNode object, List<String> allowed) {
    for (String key : object.keys()) {
      if (!allowed.contains(key)) {
        problems.add(
            new Problem(
                Location.ofKey(object, key),
                "unknown key '" + key + "'; known are " + String.join(", ", allowed)));
      }
    }
  }

  private void problemAtValue(ObjectNode object, String key, List<String> allowed) {
    Node value = valueOf(object, key);
    problem(
        value,
        "'"
            + key
            + "' is one of "
            + String.join(", ", allowed)
            + ", got "
            + (value instanceof StringNode string ? "'" + string.value() + "'" : value.toString()));
  }

  private void problem(Node at, String message) {
    problems.add(new Problem(Location.of(at), message));
  }

  private static Node valueOf(ObjectNode object, String key) {
    Node value = object.get(key);
    return value == null ? object : value;
  }

  /* Empty when it is no text. YAML 1.1's 'off' is a text in YAML 1.2, which the reader speaks. */
  private static String text(ObjectNode object, String key) {
    return object.get(key) instanceof StringNode string ? string.value() : "";
  }
}

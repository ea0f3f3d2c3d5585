package dev.steadfast.lifecycle;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.DataReader;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Problem;
import dev.steadfast.spec.Source;
import dev.steadfast.spec.StringNode;
import java.time.Instant;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code lifecycle.yaml}, all problems at once; says what docs/lifecycle.schema.json says.
 */
final class LifecycleReader {

  private static final List<String> KEYS = List.of("api", "policy", "minimumNotice", "versions");
  private static final List<String> LIFE_KEYS =
      List.of(
          "state",
          "released",
          "announced",
          "deprecated",
          "sunset",
          "removed",
          "successor",
          "reason",
          "documentation",
          "migrationGuide",
          "policy",
          "minimumNotice");
  private static final List<String> VERSION_KEYS =
      with(LIFE_KEYS, "version", "spec", "basePath", "brownouts", "operations", "fields");
  private static final List<String> OPERATION_KEYS = with(LIFE_KEYS, "operation", "brownouts");
  private static final List<String> FIELD_KEYS = with(LIFE_KEYS, "field");
  private static final List<String> WINDOW_KEYS = List.of("from", "until");

  private static final Pattern API = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
  private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~-]{1,64}){1,8}");
  private static final Pattern OPERATION = Pattern.compile("[A-Z]{1,16} /[!-~]{0,512}");
  private static final Pattern FIELD =
      Pattern.compile(
          "/[!-~]{1,512}|[A-Za-z0-9_-]{1,128}(\\.[^\\s./~\\[\\]]{1,128}(\\[\\])?){1,16}");
  private static final Pattern URL = Pattern.compile("https?://[!#-;=?-~]{1,1024}");
  private static final Pattern TEXT = Pattern.compile("(?s).*\\S.*");
  private static final Pattern INSTANT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z");
  private static final Pattern PERIOD =
      Pattern.compile("P(?=[0-9])([0-9]{1,3}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?");

  private final List<Problem> problems = new ArrayList<>();

  private LifecycleReader() {}

  static Lifecycle.Reading read(Source source) {
    DataReader.Data data = DataReader.read(source);
    if (data.value() == null) {
      return new Lifecycle.Reading(null, data.problems());
    }
    LifecycleReader reader = new LifecycleReader();
    Lifecycle lifecycle = reader.lifecycle(data.value());
    return reader.problems.isEmpty()
        ? new Lifecycle.Reading(lifecycle, List.of())
        : new Lifecycle.Reading(null, reader.problems.stream().sorted().toList());
  }

  private @Nullable Lifecycle lifecycle(Node root) {
    if (!(root instanceof ObjectNode file)) {
      problem(root, "a lifecycle is an object with the keys " + String.join(", ", KEYS));
      return null;
    }
    onlyKeys(file, KEYS);
    Said<String> api = required(file, "api", API, "a name like payments");
    Said<String> policy = text(file, "policy", URL, "an http or https URL");
    Said<Period> notice = notice(file);
    List<ApiVersion> versions = list(file, "versions", "version", this::version);
    if (!file.has("versions") || isEmptyList(file.get("versions"))) {
      problem(file, "a lifecycle needs 'versions', a list of at least one");
    }
    unique(versions, "version", ApiVersion::name);
    unique(versions, "basePath", ApiVersion::basePath);
    return api == null ? null : new Lifecycle(Location.of(file), api, policy, notice, versions);
  }

  private @Nullable ApiVersion version(ObjectNode node) {
    onlyKeys(node, VERSION_KEYS);
    Said<String> name = required(node, "version", VERSION, "a name like v1");
    Said<String> spec = text(node, "spec", TEXT, "a file name");
    Said<String> basePath = required(node, "basePath", BASE_PATH, "a path like /v1");
    Life life = life(node, VERSION, "the name of a version");
    List<ApiOperation> operations = list(node, "operations", "operation", this::operation);
    List<ApiField> fields = list(node, "fields", "field", this::field);
    unique(operations, "operation", ApiOperation::name);
    unique(fields, "field", ApiField::name);
    if (name == null || basePath == null || life == null) {
      return null;
    }
    if (spec == null && life.state().value() != State.RETIRED) {
      problem(node, "version '" + name.value() + "' needs 'spec'; only a retired one has none");
    }
    return new ApiVersion(name, spec, basePath, life, operations, fields);
  }

  private @Nullable ApiOperation operation(ObjectNode node) {
    onlyKeys(node, OPERATION_KEYS);
    String form = "a method and a path, like POST /payments";
    Said<String> name = required(node, "operation", OPERATION, form);
    Life life = life(node, OPERATION, form);
    return name == null || life == null ? null : new ApiOperation(name, life);
  }

  private @Nullable ApiField field(ObjectNode node) {
    onlyKeys(node, FIELD_KEYS);
    String form = "a schema and a property, like Payment.card.brand, or a JSON pointer";
    Said<String> name = required(node, "field", FIELD, form);
    Life life = life(node, FIELD, form);
    return name == null || life == null ? null : new ApiField(name, life);
  }

  private @Nullable Life life(ObjectNode node, Pattern successor, String successorForm) {
    Said<String> text = required(node, "state", TEXT, "one of " + String.join(", ", State.names()));
    Life.Dates dates =
        new Life.Dates(
            instant(node, "released"),
            instant(node, "announced"),
            instant(node, "deprecated"),
            instant(node, "sunset"),
            instant(node, "removed"));
    Said<String> next = text(node, "successor", successor, successorForm);
    Said<String> reason = text(node, "reason", TEXT, "a sentence");
    Said<String> documentation = text(node, "documentation", URL, "an http or https URL");
    Said<String> guide = text(node, "migrationGuide", URL, "an http or https URL");
    Said<String> policy = text(node, "policy", URL, "an http or https URL");
    Said<Period> notice = notice(node);
    List<Window> brownouts =
        node.has("brownouts") ? list(node, "brownouts", "brownout", this::window) : List.of();
    if (text == null) {
      return null;
    }
    Said<State> state =
        State.named(text.value()).map(known -> new Said<>(known, text.at())).orElse(null);
    if (state == null) {
      wrong(node, "state", "one of " + String.join(", ", State.names()));
      return null;
    }
    return new Life(
        Location.of(node),
        state,
        dates,
        next,
        reason,
        documentation,
        guide,
        policy,
        notice,
        brownouts);
  }

  private @Nullable Window window(ObjectNode node) {
    onlyKeys(node, WINDOW_KEYS);
    for (String key : WINDOW_KEYS) {
      if (!node.has(key)) {
        problem(node, "a brownout needs '" + key + "'");
      }
    }
    Said<Instant> from = instant(node, "from");
    Said<Instant> until = instant(node, "until");
    return from == null || until == null
        ? null
        : new Window(from.value(), until.value(), Location.of(node));
  }

  private @Nullable Said<Instant> instant(ObjectNode node, String key) {
    String form = "an instant in UTC like 2027-12-01T00:00:00Z";
    Said<String> text = text(node, key, INSTANT, form);
    try {
      return text == null ? null : new Said<>(Instant.parse(text.value()), text.at());
    } catch (DateTimeParseException noSuchDay) {
      wrong(node, key, form);
      return null;
    }
  }

  private @Nullable Said<Period> notice(ObjectNode node) {
    Said<String> text = text(node, "minimumNotice", PERIOD, "a period like P12M or P90D");
    return text == null ? null : new Said<>(Period.parse(text.value()), text.at());
  }

  private @Nullable Said<String> required(
      ObjectNode node, String key, Pattern pattern, String form) {
    if (!node.has(key)) {
      problem(node, "'" + key + "' is missing: " + form);
    }
    return text(node, key, pattern, form);
  }

  private @Nullable Said<String> text(ObjectNode node, String key, Pattern pattern, String form) {
    Node value = node.get(key);
    if (value == null) {
      return null;
    }
    if (value instanceof StringNode string && pattern.matcher(string.value()).matches()) {
      return new Said<>(string.value(), Location.of(value));
    }
    wrong(node, key, form);
    return null;
  }

  private <T> List<T> list(
      ObjectNode node, String key, String item, Function<ObjectNode, @Nullable T> read) {
    List<T> all = new ArrayList<>();
    Node value = node.get(key);
    if (value instanceof ArrayNode list) {
      for (Node each : list) {
        T one = each instanceof ObjectNode object ? read.apply(object) : null;
        if (one != null) {
          all.add(one);
        } else if (!(each instanceof ObjectNode)) {
          problem(each, "a " + item + " is an object");
        }
      }
    } else if (value != null) {
      problem(value, "'" + key + "' is a list");
    }
    return all;
  }

  private <T> void unique(List<T> all, String key, Function<T, Said<String>> name) {
    Set<String> seen = new HashSet<>();
    for (T one : all) {
      Said<String> said = name.apply(one);
      if (!seen.add(said.value())) {
        problems.add(
            new Problem(said.at(), key + " '" + said.value() + "' is listed a second time"));
      }
    }
  }

  private void onlyKeys(ObjectNode node, List<String> known) {
    for (String key : node.keys()) {
      if (!known.contains(key)) {
        problems.add(
            new Problem(
                Location.ofKey(node, key),
                "unknown key '" + key + "'; known are " + String.join(", ", known)));
      }
    }
  }

  private void wrong(ObjectNode node, String key, String form) {
    Node value = node.get(key);
    if (value != null) {
      problem(
          value,
          "'"
              + key
              + "' is "
              + form
              + ", got "
              + (value instanceof StringNode string ? "'" + string.value() + "'" : value));
    }
  }

  private void problem(Node at, String message) {
    problems.add(new Problem(Location.of(at), message));
  }

  private static boolean isEmptyList(@Nullable Node node) {
    return node instanceof ArrayNode list && list.size() == 0;
  }

  private static List<String> with(List<String> keys, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(keys);
    return List.copyOf(all);
  }
}

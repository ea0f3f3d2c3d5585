package dev.steadfast.spec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What objects must have, and which values fields may take. */
final class Requirements {

  private static final Map<Kind, List<String>> WANTED =
      Map.ofEntries(
          Map.entry(Kind.OPENAPI, List.of("info")),
          Map.entry(Kind.INFO, List.of("title", "version")),
          Map.entry(Kind.OPERATION, List.of("responses")),
          Map.entry(Kind.REQUEST_BODY, List.of("content")),
          Map.entry(Kind.RESPONSE, List.of("description")),
          Map.entry(Kind.SERVER, List.of("url")),
          Map.entry(Kind.SERVER_VARIABLE, List.of("default")),
          Map.entry(Kind.TAG, List.of("name")),
          Map.entry(Kind.OAUTH_FLOW, List.of("scopes")));

  private static final Map<Kind, List<String>> NEEDED =
      Map.of(
          Kind.PARAMETER, List.of("name", "in"),
          Kind.SECURITY_SCHEME, List.of("type"),
          Kind.DISCRIMINATOR, List.of("propertyName"));

  private static final Pattern STATUS = Pattern.compile("[1-5](?:[0-9]{2}|XX)|default|\\$ref");

  /* tabDelimited is how Swagger 2.0's tsv is shown. */
  private static final Set<String> STYLES =
      Set.of(
          "cookie",
          "deepObject",
          "form",
          "label",
          "matrix",
          "pipeDelimited",
          "simple",
          "spaceDelimited",
          "tabDelimited");

  private static final Set<String> SCHEMES =
      Set.of("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect");

  private final Set<String> places;
  private final Problems problems;
  private final int minor;

  /** The rules are those of OpenAPI 3.{@code minor}. */
  Requirements(int minor, Problems problems) {
    this.minor = minor;
    this.problems = problems;
    this.places =
        minor >= 2
            ? Set.of("query", "header", "path", "cookie", "querystring")
            : Set.of("query", "header", "path", "cookie");
  }

  void check(ObjectNode object, Kind kind) {
    for (String field : WANTED.getOrDefault(kind, List.of())) {
      boolean free = kind == Kind.OPERATION && minor > 0; // 3.1 made them optional
      if (!object.has(field) && !free) {
        problems.note(object, kind.title() + " lacks '" + field + "'");
      }
    }
    for (String field : NEEDED.getOrDefault(kind, List.of())) {
      if (!object.has(field)) {
        problems.problem(object, kind.title() + " lacks '" + field + "'");
      }
    }
    if (kind == Kind.PARAMETER) {
      parameter(object);
    } else if (kind == Kind.RESPONSES) {
      statusCodes(object);
    } else if (kind == Kind.SECURITY_SCHEME) {
      securityScheme(object);
    }
  }

  private void parameter(ObjectNode parameter) {
    among(parameter, "in", places);
    among(parameter, "style", STYLES);
    if (parameter.get("content") instanceof ObjectNode content && content.size() > 1) {
      problems.problem(content, "a parameter's 'content' must have one media type");
    }
    boolean required = parameter.get("required") instanceof BooleanNode flag && flag.value();
    if (!required && StringNode.of("path").equals(parameter.get("in"))) {
      problems.note(parameter, "a path parameter must say 'required: true'");
    }
    if (parameter.has("schema") && parameter.has("content")) {
      problems.problem(parameter, "a parameter must have 'schema' or 'content', not both");
    } else if (!parameter.has("schema") && !parameter.has("content")) {
      problems.note(parameter, "a parameter lacks 'schema' or 'content'");
    }
  }

  private void statusCodes(ObjectNode responses) {
    for (String code : responses.keys()) {
      if (!code.startsWith("x-") && !STATUS.matcher(code).matches()) {
        problems.note(responses, code, "'" + code + "' is no status code");
      }
    }
  }

  private void securityScheme(ObjectNode object) {
    among(object, "type", SCHEMES);
    if (object.get("type") instanceof StringNode type) {
      switch (type.value()) {
        case "apiKey" -> {
          want(object, "an API key", "name");
          want(object, "an API key", "in");
          among(object, "in", Set.of("query", "header", "cookie"));
        }
        case "http" -> want(object, "an HTTP security scheme", "scheme");
        case "oauth2" -> want(object, "an OAuth 2 security scheme", "flows");
        case "openIdConnect" -> want(object, "an OpenID security scheme", "openIdConnectUrl");
        default -> {}
      }
    }
  }

  private void want(ObjectNode object, String title, String field) {
    if (!object.has(field)) {
      problems.note(object, title + " lacks '" + field + "'");
    }
  }

  private void among(ObjectNode object, String field, Set<String> allowed) {
    if (object.get(field) instanceof StringNode text && !allowed.contains(text.value())) {
      String list = String.join(", ", allowed.stream().sorted().toList());
      problems.problem(
          text,
          String.format(
              Locale.ROOT, "'%s' must be one of %s, not '%s'", field, list, text.value()));
    }
  }
}

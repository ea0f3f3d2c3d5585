package dev.steadfast.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a document is from its first lines. */
final class Versions {

  private static final Pattern OPENAPI_3 = Pattern.compile("3\\.([012])(?:\\.[0-9]+(?:-.*)?)?");

  /**
   * What was found.
   *
   * @param minor of OpenAPI 3; 0 for Swagger 2.0
   * @param dialect of schemas that do not say theirs
   */
  record Found(Version version, int minor, Dialect dialect) {}

  private Versions() {}

  /** Null, with a problem, when the document is nothing that can be read. */
  static @Nullable Found of(Node root, Problems problems) {
    if (!(root instanceof ObjectNode object)) {
      problems.problem(root, "not an OpenAPI document: it is no object");
      return null;
    }
    if (object.has("swagger")) {
      return swagger(object, problems);
    }
    if (!object.has("openapi")) {
      String hint = Spelling.hint("openapi", object.keys());
      problems.problem(
          root,
          "not an OpenAPI document: it has neither 'openapi' nor 'swagger'"
              + (hint.isEmpty() ? "" : ", but" + hint.substring(hint.lastIndexOf(" '"))));
      return null;
    }
    String text = text(object, "openapi", problems);
    Matcher matcher = OPENAPI_3.matcher(text);
    if (!matcher.matches()) {
      problems.problem(
          place(object, "openapi"),
          "unsupported OpenAPI version '"
              + text
              + "'; supported are 3.0, 3.1, 3.2 and Swagger 2.0");
      return null;
    }
    return switch (matcher.group(1)) {
      case "0" -> new Found(Version.OPENAPI_3_0, 0, Dialect.OPENAPI_3_0);
      case "1" -> new Found(Version.OPENAPI_3_1, 1, dialect(object, problems));
      default -> new Found(Version.OPENAPI_3_2, 2, dialect(object, problems));
    };
  }

  private static @Nullable Found swagger(ObjectNode root, Problems problems) {
    String text = text(root, "swagger", problems);
    if (!text.equals("2.0") && !text.equals("2")) {
      problems.problem(
          place(root, "swagger"), "unsupported Swagger version '" + text + "'; supported is 2.0");
      return null;
    }
    return new Found(Version.SWAGGER_2_0, 0, Dialect.OPENAPI_3_0);
  }

  private static Dialect dialect(ObjectNode root, Problems problems) {
    if (root.get("jsonSchemaDialect") instanceof StringNode uri) {
      Dialect dialect = Dialects.byUri(uri.value());
      if (dialect != null) {
        return dialect;
      }
      problems.note(uri, "unknown dialect '" + uri.value() + "' is read as draft 2020-12");
    }
    return Dialect.DRAFT_2020_12;
  }

  private static Node place(ObjectNode root, String key) {
    Node value = root.get(key);
    return value == null ? root : value;
  }

  /* YAML makes an unquoted 3.1 a number. */
  private static String text(ObjectNode root, String key, Problems problems) {
    Node value = root.get(key);
    if (value instanceof StringNode string) {
      return string.value();
    }
    if (value instanceof NumberNode number) {
      problems.note(number, "'" + key + "' should be a string, in quotes");
      return number.value().toString();
    }
    return String.valueOf(value);
  }
}

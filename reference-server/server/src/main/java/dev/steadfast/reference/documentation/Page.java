package dev.steadfast.reference.documentation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One version's document as a page to read; needs nothing from the network. */
final class Page {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
      code{background:#f2f2f2;padding:0 .25em;border-radius:3px}
      table{border-collapse:collapse;margin:1rem 0;width:100%}
      th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}
      h2{border-top:2px solid #ccc;padding-top:1rem} nav a{margin-right:1rem}
      .method{display:inline-block;min-width:4.5rem;font-weight:700}
      """;

  private final Map<String, Object> document;
  private final Html html = new Html();

  private Page(Map<String, Object> document) {
    this.document = document;
  }

  /** The page of a document that YAML was read from. */
  static String of(Map<String, Object> document) {
    return new Page(document).write();
  }

  private String write() {
    Map<String, Object> info = map(document.get("info"));
    html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.element("title", text(info, "title")).element("style", STYLE);
    html.raw("</head>\n<body>\n<nav><a href=\"/docs/v1\">v1</a><a href=\"/docs/v2\">v2</a>");
    html.raw("<a href=\"/openapi/v1.yaml\">v1.yaml</a><a href=\"/openapi/v2.yaml\">v2.yaml</a>");
    html.raw("</nav>\n").element("h1", text(info, "title"));
    html.element("p", text(info, "summary")).raw(Markdown.toHtml(text(info, "description")));
    html.element("h2", "Operations");
    map(document.get("paths")).forEach((path, item) -> path(path, map(item)));
    html.element("h2", "Schemas");
    map(map(document.get("components")).get("schemas"))
        .forEach((name, schema) -> schema(name, map(schema)));
    return html.raw("</body>\n</html>\n").toString();
  }

  private void path(String path, Map<String, Object> item) {
    item.forEach(
        (method, operation) -> {
          if (METHODS.contains(method)) {
            operation(method.toUpperCase(Locale.ROOT), path, item, map(operation));
          }
        });
  }

  private void operation(
      String method, String path, Map<String, Object> item, Map<String, Object> operation) {
    String id = text(operation, "operationId");
    html.raw("<h3 id=\"").text(id).raw("\"><span class=\"method\">").text(method);
    html.raw("</span> <code>").text(path).raw("</code></h3>\n");
    html.element("p", text(operation, "summary"));
    html.raw(Markdown.toHtml(text(operation, "description")));
    html.raw("<table>\n<tr><th>parameter</th><th>in</th><th>meaning</th></tr>\n");
    for (Object list :
        new @Nullable Object[] {item.get("parameters"), operation.get("parameters")}) {
      list(list).forEach(parameter -> parameter(resolve(map(parameter))));
    }
    html.raw("</table>\n<table>\n<tr><th>status</th><th>meaning</th></tr>\n");
    map(operation.get("responses"))
        .forEach(
            (status, response) ->
                html.raw("<tr><td>")
                    .text(status)
                    .raw("</td><td>")
                    .raw(Markdown.toHtml(text(resolve(map(response)), "description")))
                    .raw("</td></tr>\n"));
    html.raw("</table>\n");
  }

  private void parameter(Map<String, Object> parameter) {
    boolean required = Boolean.TRUE.equals(parameter.get("required"));
    html.raw("<tr><td><code>").text(text(parameter, "name")).raw("</code>");
    html.raw(required ? " required" : "").raw("</td><td>").text(text(parameter, "in"));
    html.raw("</td><td>").raw(Markdown.toHtml(text(parameter, "description"))).raw("</td></tr>\n");
  }

  private void schema(String name, Map<String, Object> schema) {
    html.raw("<h3 id=\"").text(name).raw("\">").text(name).raw("</h3>\n");
    html.raw(Markdown.toHtml(text(schema, "description")));
    Set<String> required = new TreeSet<>();
    list(schema.get("required")).forEach(member -> required.add(String.valueOf(member)));
    Map<String, Object> properties = map(schema.get("properties"));
    if (properties.isEmpty()) {
      return;
    }
    html.raw("<table>\n<tr><th>property</th><th>type</th><th>meaning</th></tr>\n");
    properties.forEach(
        (property, value) -> {
          Map<String, Object> given = map(value);
          String words = text(given, "description");
          html.raw("<tr><td><code>").text(property).raw("</code>");
          html.raw(required.contains(property) ? " required" : "").raw("</td><td>");
          html.raw(type(given)).raw("</td><td>");
          html.raw(Markdown.toHtml(words.isEmpty() ? text(resolve(given), "description") : words));
          html.raw("</td></tr>\n");
        });
    html.raw("</table>\n");
  }

  private static String type(Map<String, Object> schema) {
    if (schema.get("$ref") instanceof String reference) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      return "<a href=\"#" + name + "\">" + name + "</a>";
    }
    return new Html().text(schema.getOrDefault("type", "")).toString();
  }

  private Map<String, Object> resolve(Map<String, Object> place) {
    if (!(place.get("$ref") instanceof String reference)) {
      return place;
    }
    Map<String, Object> found = document;
    for (String step : reference.substring("#/".length()).split("/", -1)) {
      found = map(found.get(step));
    }
    return found;
  }

  private static String text(Map<String, Object> place, String name) {
    return place.get(name) instanceof String text ? text : "";
  }

  @SuppressWarnings("unchecked") // YAML of a specification has only text as names
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}

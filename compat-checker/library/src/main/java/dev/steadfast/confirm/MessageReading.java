package dev.steadfast.confirm;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What messages say in one place, read as a document writes it there. */
public final class MessageReading {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Routes routes;

  MessageReading(Routes routes) {
    this.routes = routes;
  }

  /**
   * What the request says in a parameter, read as this document writes it; empty when that is left
   * open.
   *
   * @param hole which hole of the path it fills, from the left, for one in the path
   */
  public Optional<Object> parameter(String http, String in, String name, int hole) {
    WrittenMessage message = WrittenMessage.parse(http);
    Routes.Match match = routes.find(message);
    if (match == null) {
      return Optional.empty();
    }
    String called = hole < 0 ? name : match.holeName(hole);
    String key = in.equals("header") ? lower(called) : called;
    DeclaredParameter found = null;
    for (ObjectNode owner : match.owners()) {
      for (DeclaredParameter parameter : DeclaredParameter.of(owner)) {
        if (parameter.in().equals(in) && parameter.key().equals(key)) {
          found = parameter;
        }
      }
    }
    if (found == null) {
      return Optional.empty();
    }
    String raw =
        switch (in) {
          case "query" -> message.query();
          case "path" -> match.hole(message, hole);
          default -> message.headers().getOrDefault(in.equals("cookie") ? in : lower(name), "");
        };
    return new WrittenValue(found.object(), in, called).read(raw);
  }

  /** What the request says in a field of a form, read as this document writes it. */
  public Optional<Object> field(String http, String name) {
    WrittenMessage message = WrittenMessage.parse(http);
    Routes.Match match = routes.find(message);
    ObjectNode body =
        match == null ? null : MessageCheck.object(match.operation().get("requestBody"));
    ObjectNode content = body == null ? null : MessageCheck.object(body.get("content"));
    ObjectNode form = content == null ? null : MessageCheck.object(content.get(FORM));
    ObjectNode schema = form == null ? null : MessageCheck.object(form.get("schema"));
    ObjectNode properties = schema == null ? null : MessageCheck.object(schema.get("properties"));
    Node property = properties == null ? null : properties.get(name);
    if (form == null || property == null) {
      return Optional.empty();
    }
    ObjectNode encodings = MessageCheck.object(form.get("encoding"));
    ObjectNode own = encodings == null ? null : MessageCheck.object(encodings.get(name));
    ObjectNode encoding = own == null ? ObjectNode.of(Map.of()) : own;
    String type = contentType(encoding, property);
    return type.isEmpty()
        ? new WrittenValue(encoding, "query", name).read(message.body(), property)
        : new WrittenValue(content(type), "query", name).read(message.body());
  }

  /* Of a value that is no plain text, where style leaves room for it; empty for another. */
  private static String contentType(ObjectNode encoding, Node property) {
    if (encoding.has("style") || encoding.has("explode")) {
      return "";
    }
    ObjectNode schema = MessageCheck.object(property);
    boolean members = schema != null && MessageCheck.text(schema, "type").equals("object");
    String written = MessageCheck.text(encoding, "contentType");
    String type = written.isEmpty() && members ? "application/json" : written;
    return type.startsWith("text/") || type.startsWith("application/octet-stream") ? "" : type;
  }

  /* A parameter of this content is read as such a field is. */
  private static ObjectNode content(String type) {
    return ObjectNode.of(Map.of("content", ObjectNode.of(Map.of(type, ObjectNode.of(Map.of())))));
  }

  /** What a response of the operation says in a header, read as this document writes it. */
  public Optional<Object> header(Node operation, String http, String name) {
    WrittenMessage message = WrittenMessage.parse(http);
    ObjectNode response = MessageCheck.governing(operation, message.status());
    ObjectNode headers = response == null ? null : MessageCheck.object(response.get("headers"));
    for (String key : headers == null ? List.<String>of() : headers.keys()) {
      ObjectNode header = headers == null ? null : MessageCheck.object(headers.get(key));
      if (key.equalsIgnoreCase(name) && header != null) {
        String raw = message.headers().getOrDefault(lower(name), "");
        return new WrittenValue(header, "header", name).read(raw);
      }
    }
    return Optional.empty();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

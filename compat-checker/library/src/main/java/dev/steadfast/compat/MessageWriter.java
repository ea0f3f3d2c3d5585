package dev.steadfast.compat;

import dev.steadfast.diff.Authorization;
import dev.steadfast.diff.Body;
import dev.steadfast.diff.Direction;
import dev.steadfast.diff.Encoding;
import dev.steadfast.diff.MediaType;
import dev.steadfast.diff.Operation;
import dev.steadfast.diff.Parameter;
import dev.steadfast.diff.Response;
import dev.steadfast.diff.SchemaDiff;
import dev.steadfast.diff.Server;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the smallest message that an operation allows, with given values in given places. It keeps
 * what it wrote, so that a second reader can look at it.
 */
final class MessageWriter {

  private static final String NOWHERE = "https://api.example.com";
  private static final String CONSUMER = "https://consumer.example.com";

  private final Operation operation;
  private final SchemaDiff schemas;
  private final Direction direction;
  private @Nullable Parameter fixedParameter;
  private @Nullable MediaType fixedMediaType;
  private String fixedName = "";
  private String accept = "";
  private @Nullable Node fixedValue;
  private final Map<Parameter, Node> fixedFields = new HashMap<>(); // of a query string
  private @Nullable Node fixedBody;
  private @Nullable Encoding fixedPart;
  private String fixedPartType = "";
  private Authorization.@Nullable Alternative caller;
  private @Nullable Server server;
  private boolean faithful = true;

  MessageWriter(Operation operation, SchemaDiff schemas, Direction direction) {
    this.operation = operation;
    this.schemas = schemas;
    this.direction = direction;
  }

  /** Sends the parameter or header with this value; null for any value that its schema allows. */
  MessageWriter with(Parameter parameter, @Nullable Node value) {
    fixedParameter = parameter;
    fixedValue = value;
    fixedFields.clear();
    for (Parameter field : parameter.fields()) {
      Node member = value instanceof ObjectNode form ? form.get(field.name()) : null;
      if (member != null) {
        fixedFields.put(field, member);
      }
    }
    return this;
  }

  /**
   * Sends a body of this type with this value; null for any value that its schema allows.
   *
   * @param name one of the types that the media type stands for
   */
  MessageWriter with(MediaType mediaType, String name, @Nullable Node value) {
    fixedMediaType = mediaType;
    fixedName = name;
    fixedBody = value;
    return this;
  }

  /** Writes this part of the body in this media type; an empty type leaves the choice. */
  MessageWriter with(@Nullable Encoding part, String type) {
    fixedPart = type.isEmpty() ? null : part;
    fixedPartType = type;
    return this;
  }

  MessageWriter by(Authorization.@Nullable Alternative credentials) {
    caller = credentials;
    return this;
  }

  MessageWriter to(@Nullable Server where) {
    server = where;
    return this;
  }

  MessageWriter accepting(String mediaType) {
    accept = mediaType;
    return this;
  }

  /** Whether every value could be written in its media type. */
  boolean faithful() {
    return faithful;
  }

  HttpRequest request() {
    List<String> query = new ArrayList<>();
    List<String> cookies = new ArrayList<>();
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.required() || isFixed(parameter)) {
        add(parameter, query, cookies, headers);
      }
    }
    Placeholders.add(caller().demands(), query, cookies, headers);
    if (!cookies.isEmpty()) {
      headers.add(Map.entry("Cookie", String.join("; ", cookies)));
    }
    if (!accept.isEmpty()) {
      headers.add(Map.entry("Accept", accept));
    }
    BodyText body = requestBody();
    if (body != null) {
      headers.add(Map.entry("Content-Type", body.contentType()));
    }
    Server where = server();
    String[] path = path().split("#", 2)[0].split("\\?", 2); // a fragment is never sent
    if (path.length == 2) {
      query.add(0, path[1]);
    }
    String target = (where == null ? "" : where.basePath()) + path[0];
    return new HttpRequest(
        operation.method(),
        origin(where),
        query.isEmpty() ? target : target + '?' + String.join("&", query),
        headers,
        body == null ? null : body.text());
  }

  /** With the status, one of those that the response stands for. */
  HttpResponse response(Response response, String status) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (Parameter header : response.headers()) {
      if (header.required() || isFixed(header)) {
        headers.add(Map.entry(header.name(), ParameterText.header(header, value(header))));
      }
    }
    MediaType media = fixedMediaType == null ? first(response.content()) : fixedMediaType;
    BodyText body = media == null ? null : body(media);
    if (body != null) {
      headers.add(Map.entry("Content-Type", body.contentType()));
    }
    return new HttpResponse(status(status), headers, body == null ? null : body.text());
  }

  private String status(String written) {
    if (!written.equals("default")) {
      return written.replace("XX", "00");
    }
    boolean success = operation.responses().stream().anyMatch(Response::success);
    return success ? "500" : "200";
  }

  private void add(
      Parameter parameter,
      List<String> query,
      List<String> cookies,
      List<Map.Entry<String, String>> headers) {
    Node value = value(parameter);
    switch (parameter.in()) {
      case "query" -> query.addAll(ParameterText.pairs(parameter, value));
      case "querystring" -> query.add(ParameterText.query(parameter, value));
      case "cookie" -> cookies.addAll(ParameterText.pairs(parameter, value));
      case "header" ->
          headers.add(Map.entry(parameter.name(), ParameterText.header(parameter, value)));
      default -> {}
    }
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    String text = operation.path().text();
    if (operation.origin() != Operation.Origin.PATH) {
      return "/";
    }
    int from = 0;
    for (String name : operation.path().names()) {
      int open = text.indexOf('{' + name + '}', from);
      path.append(Percent.encodeIllegal(text.substring(from, open))).append(hole(name));
      from = open + name.length() + 2;
    }
    return path.append(Percent.encodeIllegal(text.substring(from))).toString();
  }

  private String hole(String name) {
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("path") && parameter.name().equals(name)) {
        return ParameterText.segment(parameter, value(parameter));
      }
    }
    return "1";
  }

  private Authorization.Alternative caller() {
    Authorization.Alternative known = caller;
    return known == null ? operation.authorization().alternatives().get(0) : known;
  }

  /** What the sender's token is good for. */
  Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    caller().demands().forEach(demand -> scopes.addAll(demand.scopes()));
    return scopes;
  }

  private @Nullable BodyText requestBody() {
    Body body = operation.body();
    if (fixedMediaType != null) {
      return body(fixedMediaType);
    }
    MediaType media = body != null && body.required() ? first(body.content()) : null;
    return media == null ? null : body(media);
  }

  /** JSON where there is a choice. */
  private static @Nullable MediaType first(List<MediaType> content) {
    Optional<MediaType> json = content.stream().filter(media -> media.range().json()).findFirst();
    return json.orElse(content.isEmpty() ? null : content.get(0));
  }

  private BodyText body(MediaType media) {
    boolean isFixed = media == fixedMediaType;
    Node fixed = isFixed ? fixedBody : null;
    String name = isFixed ? fixedName : media.name();
    Node value = fixed == null ? example(media) : fixed;
    BodyText body = BodyText.of(media, name, value, new PartsText(this::header, this::type));
    faithful &= body.faithful();
    return body;
  }

  private Optional<String> header(Parameter ofPart) {
    return ofPart.required() || isFixed(ofPart)
        ? Optional.of(ParameterText.header(ofPart, value(ofPart)))
        : Optional.empty();
  }

  private String type(Encoding part) {
    return fixedPart != null && fixedPart.described().equals(part.described())
        ? fixedPartType
        : PartsText.first(part);
  }

  private Node value(Parameter parameter) {
    Node field = fixedFields.get(parameter);
    Node fixed = field != null ? field : isFixed(parameter) ? fixedValue : null;
    return fixed == null ? shown(parameter) : fixed;
  }

  /* What has no member may leave nothing on the wire, as if the parameter were not there. */
  private Node shown(Parameter parameter) {
    return schemas
        .filledExample(operation.contract().document(), parameter.schema(), direction)
        .orElseGet(() -> StringNode.of("x"));
  }

  private boolean isFixed(Parameter parameter) {
    return fixedFields.containsKey(parameter)
        || (fixedParameter != null
            && fixedParameter.at() == parameter.at()
            && fixedParameter.name().equals(parameter.name()));
  }

  /* The smallest stream has one item. */
  private Node example(MediaType media) {
    return media.itemSchema() == null
        ? example(media.schema())
        : ArrayNode.of(List.of(example(media.itemSchema())));
  }

  private Node example(@Nullable Node schema) {
    return schemas
        .example(operation.contract().document(), schema, direction)
        .orElseGet(() -> StringNode.of("x"));
  }

  private @Nullable Server server() {
    List<Server> all = operation.servers().all();
    return server != null ? server : all.isEmpty() ? null : all.get(0);
  }

  private String origin(@Nullable Server where) {
    if (operation.origin() != Operation.Origin.PATH) {
      return CONSUMER;
    }
    String host = where == null ? null : where.host();
    if (where == null || host == null) {
      return NOWHERE;
    }
    return (where.urls().get(0).startsWith("http://") ? "http://" : "https://") + host;
  }
}

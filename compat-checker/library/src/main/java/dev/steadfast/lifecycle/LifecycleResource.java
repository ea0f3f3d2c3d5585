package dev.steadfast.lifecycle;

import dev.steadfast.diff.Contract;
import dev.steadfast.diff.Operation;
import dev.steadfast.header.WebLink;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.NumberNode;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code META-INF/steadfast/lifecycle.json}: what a server has to send, worked out, so that it
 * needs neither the file nor the specifications. docs/lifecycle.md lists the members.
 */
final class LifecycleResource {

  private static final BigDecimal SCHEMA_VERSION = BigDecimal.ONE;

  private final Lifecycle lifecycle;
  private final Map<String, Document> specs;

  /**
   * @param specs of the versions by name; a retired version may be missing
   */
  LifecycleResource(Lifecycle lifecycle, Map<String, Document> specs) {
    this.lifecycle = lifecycle;
    this.specs = specs;
  }

  /** The whole file. */
  String text() {
    Map<String, Node> members = new LinkedHashMap<>();
    members.put("schemaVersion", NumberNode.of(SCHEMA_VERSION));
    members.put("api", StringNode.of(lifecycle.api().value()));
    members.put(
        "versions", ArrayNode.of(lifecycle.versions().stream().map(this::version).toList()));
    return JsonFile.text(ObjectNode.of(members));
  }

  private Node version(ApiVersion version) {
    Life life = version.life();
    Notices notices = Notices.of(lifecycle, version);
    Map<String, Node> members = new LinkedHashMap<>();
    put(members, "version", version.name().value());
    put(members, "basePath", version.basePath().value());
    dates(life, notices, members);
    put(members, "removed", life.dates().removed());
    String next = Notices.successorPath(lifecycle, version);
    Said<String> successor = life.successor();
    if (next != null && successor != null) {
      Map<String, Node> named = new LinkedHashMap<>();
      put(named, "version", successor.value());
      put(named, "basePath", next);
      members.put("successor", ObjectNode.of(named));
    }
    members.put("brownouts", brownouts(life));
    members.put("links", links(notices));
    members.put("headers", headers(notices));
    Document spec = specs.get(version.name().value());
    if (spec != null) {
      put(members, "specification", LifecycleFiles.bundle(version));
    }
    members.put("operations", ArrayNode.of(operations(version, notices, spec)));
    members.put("fields", ArrayNode.of(version.fields().stream().map(this::field).toList()));
    return ObjectNode.of(members);
  }

  private List<Node> operations(ApiVersion version, Notices outer, @Nullable Document spec) {
    List<Node> all = new ArrayList<>();
    List<Operation> operations = spec == null ? List.of() : new Contract(spec).operations();
    for (Operation operation : operations) {
      Map<String, Node> members = new LinkedHashMap<>();
      put(members, "method", operation.method());
      put(members, "path", operation.path().text());
      put(members, "operationId", operation.operationId());
      version
          .operation(operation.method() + ' ' + operation.path().text())
          .ifPresent(own -> operation(version, own, outer, members));
      all.add(ObjectNode.of(members));
    }
    return all;
  }

  private void operation(
      ApiVersion version, ApiOperation own, Notices outer, Map<String, Node> members) {
    Notices notices = Notices.of(lifecycle, version, own);
    dates(own.life(), notices, members);
    put(members, "successor", Life.text(own.life().successor()));
    if (!own.life().brownouts().isEmpty()) {
      members.put("brownouts", brownouts(own.life()));
    }
    if (!notices.equals(outer)) {
      members.put("links", links(notices));
      members.put("headers", headers(notices));
    }
  }

  private Node field(ApiField field) {
    Life life = field.life();
    Map<String, Node> members = new LinkedHashMap<>();
    put(members, "field", field.name().value());
    put(members, "pointer", field.pointer());
    dates(life, new Notices(life.deprecated(), life.sunset(), List.of()), members);
    put(members, "successor", Life.text(life.successor()));
    return ObjectNode.of(members);
  }

  private static void dates(Life life, Notices notices, Map<String, Node> members) {
    put(members, "state", life.state().value().text());
    put(members, "released", life.dates().released());
    put(members, "announced", life.announcement());
    put(members, "deprecated", notices.deprecated());
    put(members, "sunset", notices.sunset());
  }

  private static Node brownouts(Life life) {
    List<Node> all = new ArrayList<>();
    for (Window window : life.brownouts()) {
      Map<String, Node> members = new LinkedHashMap<>();
      put(members, "from", window.from());
      put(members, "until", window.until());
      all.add(ObjectNode.of(members));
    }
    return ArrayNode.of(all);
  }

  private static Node links(Notices notices) {
    List<Node> all = new ArrayList<>();
    for (WebLink link : notices.links()) {
      Map<String, Node> members = new LinkedHashMap<>();
      put(members, "href", link.href());
      put(members, "rel", link.rel());
      put(members, "type", link.type().isEmpty() ? null : link.type());
      all.add(ObjectNode.of(members));
    }
    return ArrayNode.of(all);
  }

  private static Node headers(Notices notices) {
    Map<String, Node> members = new LinkedHashMap<>();
    notices.headers().forEach((name, value) -> put(members, name, value));
    return ObjectNode.of(members);
  }

  private static void put(Map<String, Node> members, String name, @Nullable Said<Instant> value) {
    put(members, name, Life.instant(value));
  }

  private static void put(Map<String, Node> members, String name, @Nullable Instant value) {
    put(members, name, value == null ? null : value.toString());
  }

  private static void put(Map<String, Node> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, StringNode.of(value));
    }
  }
}

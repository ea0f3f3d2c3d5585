package dev.steadfast.lifecycle;

import dev.steadfast.diff.Contract;
import dev.steadfast.diff.Operation;
import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a version and its specification tell one story. */
final class SpecCheck {

  private final LifecycleFiles files;
  private final ApiVersion version;
  private final String name;
  private final @Nullable Document spec;
  private final List<LifecycleFinding> findings = new ArrayList<>();

  SpecCheck(LifecycleFiles files, ApiVersion version) {
    this.files = files;
    this.version = version;
    this.name = version.name().value();
    this.spec = files.specs().get(name);
  }

  List<LifecycleFinding> findings() {
    if (spec != null && spec.root() instanceof ObjectNode root) {
      infoVersion(spec);
      servers(root);
      List<Operation> operations = new Contract(spec).operations();
      listedOperations(operations);
      operations.forEach(this::operation);
      fields(spec, root);
    }
    return findings;
  }

  private void infoVersion(Document document) {
    StringNode said = infoVersionOf(document);
    if (said != null && !isOf(version, document)) {
      find(
          LifecycleRule.SPEC_VERSION_DIFFERS,
          Location.of(said),
          "info.version is '" + said.value() + "'");
    }
  }

  /** Whether info.version is the version's: v1 owns 1, 1.0.0 and 1.4; 2024-10-01 owns itself. */
  static boolean isOf(ApiVersion version, Document document) {
    StringNode said = infoVersionOf(document);
    if (said == null) {
      return false;
    }
    String number = bare(version.name().value());
    String rest = bare(said.value());
    return rest.equals(number) || rest.startsWith(number + '.') || rest.startsWith(number + '-');
  }

  private static String bare(String version) {
    return version.startsWith("v") ? version.substring(1) : version;
  }

  private static @Nullable StringNode infoVersionOf(Document document) {
    return document.root() instanceof ObjectNode root
            && root.get("info") instanceof ObjectNode info
            && info.get("version") instanceof StringNode said
        ? said
        : null;
  }

  private void servers(ObjectNode root) {
    if (!(root.get("servers") instanceof ArrayNode servers)) {
      return;
    }
    for (Node server : servers) {
      if (server instanceof ObjectNode object
          && object.get("url") instanceof StringNode url
          && url.value().replaceFirst("/$", "").endsWith(version.basePath().value())) {
        return;
      }
    }
    find(
        LifecycleRule.SPEC_SERVER_DIFFERS,
        Location.of(servers),
        "no server ends with '" + version.basePath().value() + "'");
  }

  private void listedOperations(List<Operation> operations) {
    for (ApiOperation own : version.operations()) {
      boolean known = operations.stream().anyMatch(op -> label(op).equals(own.name().value()));
      if (!known && own.life().state().value() != State.RETIRED) {
        find(
            LifecycleRule.SPEC_OPERATION_UNKNOWN,
            own.name().at(),
            "the specification has no operation '" + own.name().value() + "'");
      }
      Said<String> next = own.life().successor();
      if (next != null && operations.stream().noneMatch(op -> label(op).equals(next.value()))) {
        find(
            LifecycleRule.SUCCESSOR_UNUSABLE,
            next.at(),
            "successor '" + next.value() + "' is no operation of the specification");
      }
    }
  }

  private void operation(Operation operation) {
    ApiOperation own = version.operation(label(operation)).orElse(null);
    boolean all = version.life().state().value() == State.DEPRECATED;
    boolean ends = all || (own != null && own.life().state().value().ends());
    if (ends && !operation.deprecated()) {
      find(
          LifecycleRule.SPEC_DEPRECATION_MISSING,
          Location.of(operation.at()),
          label(operation) + " is deprecated and does not say so");
    } else if (!ends && operation.deprecated() && version.life().state().value() != State.RETIRED) {
      find(
          LifecycleRule.SPEC_DEPRECATION_UNLISTED,
          Location.ofKey(operation.at(), "deprecated"),
          label(operation) + " is deprecated and the lifecycle does not list it");
    }
    Notices notices =
        own == null
            ? Notices.of(files.lifecycle(), version)
            : Notices.of(files.lifecycle(), version, own);
    findings.addAll(new ExampleCheck(name, notices.headers()).findings(operation.at()));
  }

  private void fields(Document document, ObjectNode root) {
    Set<Node> listed = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ApiField field : version.fields()) {
      Node found = FieldPath.find(document, field.pointer());
      if (found != null) {
        listed.add(found);
        if (found instanceof ObjectNode use && use.target() != null) {
          listed.add(use.target());
        }
        deprecation(field, found);
      } else if (field.life().state().value() != State.RETIRED) {
        find(
            LifecycleRule.SPEC_FIELD_UNKNOWN,
            field.name().at(),
            "the specification has no field '" + field.name().value() + "'");
      }
      Said<String> next = field.life().successor();
      if (next != null
          && FieldPath.find(document, new ApiField(next, field.life()).pointer()) == null) {
        find(
            LifecycleRule.SUCCESSOR_UNUSABLE,
            next.at(),
            "successor '" + next.value() + "' is no field of the specification");
      }
    }
    if (!version.life().state().value().ends()) {
      for (ObjectNode deprecated : FieldPath.deprecated(root)) {
        if (!listed.contains(deprecated)) {
          find(
              LifecycleRule.SPEC_DEPRECATION_UNLISTED,
              Location.ofKey(deprecated, "deprecated"),
              deprecated.pointer() + " is deprecated and the lifecycle does not list it");
        }
      }
    }
  }

  private void deprecation(ApiField field, Node found) {
    if (field.life().state().value().ends() && !FieldPath.isDeprecated(found)) {
      find(
          LifecycleRule.SPEC_DEPRECATION_MISSING,
          Location.of(found),
          field.name().value() + " is deprecated and does not say so");
    }
  }

  private static String label(Operation operation) {
    return operation.method() + ' ' + operation.path().text();
  }

  private void find(LifecycleRule rule, Location at, String message) {
    findings.add(new LifecycleFinding(rule, at, name + ": " + message));
  }
}

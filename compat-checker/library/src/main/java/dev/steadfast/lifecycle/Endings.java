package dev.steadfast.lifecycle;

import dev.steadfast.spec.Document;
import dev.steadfast.spec.Location;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the parts of one specification end. A document belongs to the version whose {@code spec} has
 * its file name, or else whose number its {@code info.version} carries; operations of a document
 * that serves several versions belong to the one whose base path their path begins with.
 */
public final class Endings {

  private final Lifecycle lifecycle;
  private final Document document;
  private final @Nullable ApiVersion version;

  /**
   * @param document as clients know it
   * @param names of the file, as the old and the new document are called
   */
  public Endings(Lifecycle lifecycle, Document document, List<String> names) {
    this.lifecycle = lifecycle;
    this.document = document;
    this.version = versionOf(names);
  }

  /**
   * An end that is known.
   *
   * @param label {@code v1}, {@code v1 POST /payments}
   * @param at where the lifecycle says so
   */
  public record Ending(String label, Instant sunset, Location at) {}

  /** Of an operation: its own, or its version's when that is earlier. */
  public Optional<Ending> ofOperation(String method, String path) {
    List<Ending> all = new ArrayList<>();
    for (ApiVersion each : lifecycle.versions()) {
      String base = each.basePath().value();
      boolean prefixed = path.startsWith(base + '/');
      if (prefixed || each.equals(version)) {
        String name = method + ' ' + (prefixed ? path.substring(base.length()) : path);
        ending(each, null, each.life()).ifPresent(all::add);
        each.operation(name)
            .flatMap(own -> ending(each, own.name().value(), own.life()))
            .ifPresent(all::add);
      }
    }
    return earliest(all.stream());
  }

  /** Of what a JSON pointer leads to in the document: a property, a parameter, a header. */
  public Optional<Ending> ofField(String pointer) {
    ApiVersion own = version;
    Node removed = FieldPath.find(document, pointer);
    if (own == null || removed == null) {
      return Optional.empty();
    }
    return earliest(
        own.fields().stream()
            .filter(field -> isSame(FieldPath.find(document, field.pointer()), removed))
            .flatMap(field -> ending(own, field.name().value(), field.life()).stream()));
  }

  /** Of the server that a JSON pointer leads to: the version's below whose base path it serves. */
  public Optional<Ending> ofServer(String pointer) {
    return FieldPath.find(document, pointer) instanceof ObjectNode server
            && server.get("url") instanceof StringNode url
        ? earliest(
            lifecycle.versions().stream()
                .filter(each -> url.value().endsWith(each.basePath().value()))
                .flatMap(each -> ending(each, null, each.life()).stream()))
        : Optional.empty();
  }

  private static boolean isSame(@Nullable Node one, Node other) {
    return one != null && target(one) == target(other);
  }

  private static Node target(Node node) {
    return node instanceof ObjectNode object && object.target() != null ? object.target() : node;
  }

  private static Optional<Ending> ending(ApiVersion version, @Nullable String part, Life life) {
    Said<Instant> sunset = life.dates().sunset();
    String label = version.name().value() + (part == null ? "" : ' ' + part);
    return sunset == null
        ? Optional.empty()
        : Optional.of(new Ending(label, sunset.value(), sunset.at()));
  }

  private static Optional<Ending> earliest(Stream<Ending> all) {
    return all.min(Comparator.comparing(Ending::sunset));
  }

  private @Nullable ApiVersion versionOf(List<String> names) {
    for (String name : names) {
      for (ApiVersion each : lifecycle.versions()) {
        String spec = Life.text(each.spec());
        if (spec != null && file(spec).equals(file(name))) {
          return each;
        }
      }
    }
    return lifecycle.versions().stream()
        .filter(each -> SpecCheck.isOf(each, document))
        .findFirst()
        .orElse(null);
  }

  /* The last name of a path, of git:REF:PATH and of a Maven coordinate with a path. */
  private static String file(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
  }
}

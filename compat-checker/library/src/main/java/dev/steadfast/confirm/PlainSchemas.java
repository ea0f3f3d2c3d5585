package dev.steadfast.confirm;

import dev.steadfast.confirm.IndependentValidator.Role;
import dev.steadfast.spec.Dialect;
import dev.steadfast.spec.Document;
import dev.steadfast.spec.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of a document as plain JSON Schema that networknt understands, one resource for each
 * schema that something refers to.
 *
 * <p>OpenAPI 3.0's dialect becomes 2020-12; the drafts stay what they are. References become IRIs
 * that this class gives out, and a schema is translated when its IRI is first followed.
 */
final class PlainSchemas implements Function<String, JsonNode> {

  private static final String SCHEME = "steadfast:/";

  private final Document document;
  private final Map<Role, HiddenProperties> hiding = new EnumMap<>(Role.class);
  private final List<Resource> resources = new ArrayList<>();
  private final IdentityHashMap<Node, Map<Use, String>> iris = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Set<Use>> translated = new IdentityHashMap<>();

  PlainSchemas(Document document) {
    this.document = document;
    for (Role role : Role.values()) {
      if (role != Role.PLAIN) {
        hiding.put(role, new HiddenProperties(document, role));
      }
    }
  }

  /**
   * What one translation depends on beside the schema itself.
   *
   * @param hidden properties that a schema around this one hides in the same object
   */
  record Use(Role role, Names names, Set<String> hidden) {
    Use with(Set<String> others) {
      return new Use(role, names, others);
    }
  }

  /** Which names objects may have beside those that their schemas declare. */
  enum Names {
    /** Any, where an object is open. */
    OPEN,
    /** None inside the value; what is said of the value itself is said by several schemas. */
    DECLARED_BELOW,
    /** None. */
    DECLARED
  }

  private record Resource(Node schema, Use use) {}

  /** Where networknt finds the schema; the same IRI for the same question. */
  String iri(Node schema, Role role, Names names) {
    return iri(schema, new Use(role, names, Set.of()));
  }

  String iri(Node schema, Use use) {
    return iris.computeIfAbsent(schema, s -> new HashMap<>())
        .computeIfAbsent(
            use,
            u -> {
              resources.add(new Resource(schema, u));
              return SCHEME + (resources.size() - 1);
            });
  }

  /** The resource behind an IRI. */
  @Override
  public JsonNode apply(String iri) {
    Resource resource = resources.get(Integer.parseInt(iri.substring(SCHEME.length())));
    begin(resource.schema, resource.use);
    Dialect dialect = document.dialect(resource.schema);
    SchemaTranslation translation = new SchemaTranslation(this, dialect, resource.use);
    JsonNode plain =
        resource.use.names == Names.DECLARED
            ? translation.closed(resource.schema)
            : translation.schema(resource.schema);
    if (plain instanceof tools.jackson.databind.node.ObjectNode object) {
      object.put("$schema", Networknt.dialectId(dialect));
    }
    return plain;
  }

  Document document() {
    return document;
  }

  /** Null for plain schemas, where no property is hidden. */
  @Nullable HiddenProperties hiding(Role role) {
    return hiding.get(role);
  }

  /** Whether the schema is translated for this use for the first time. */
  boolean begin(Node schema, Use use) {
    return translated.computeIfAbsent(schema, s -> new HashSet<>()).add(use);
  }
}

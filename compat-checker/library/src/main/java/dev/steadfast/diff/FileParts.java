package dev.steadfast.diff;

import dev.steadfast.spec.ArrayNode;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a multipart body that are files of any bytes on both sides: one document says so by
 * {@code format: binary} (OAS 3.0 §4.7.14.2), the other by a schema that says nothing (OAS 3.1
 * §4.8.14.3). A JSON type of theirs is no part of the message.
 */
record FileParts(Parts own, Parts other) {

  private static final int NESTING = 8;
  private static final Set<String> KEPT = Set.of("readOnly", "writeOnly", "deprecated");

  /** The schema of the body, in which such a file is any value. */
  @Nullable Node schema() {
    Node schema = own.schema();
    return schema == null ? null : schema(schema, NESTING);
  }

  /* The same node where there is nothing to say otherwise. */
  private Node schema(Node use, int nesting) {
    ObjectNode schema = inPlace(use);
    if (schema == null || nesting == 0) {
      return use;
    }
    Map<String, Node> said = new LinkedHashMap<>();
    if (schema.get("properties") instanceof ObjectNode properties) {
      Map<String, Node> members = properties.toMap();
      members.replaceAll(this::part);
      if (members.entrySet().stream().anyMatch(m -> m.getValue() != properties.get(m.getKey()))) {
        said.put("properties", ObjectNode.insteadOf(properties, members));
      }
    }
    List<Node> all = Nodes.items(schema, "allOf");
    List<Node> parts = all.stream().map(part -> schema(part, nesting - 1)).toList();
    if (IntStream.range(0, all.size()).anyMatch(i -> all.get(i) != parts.get(i))) {
      said.put("allOf", ArrayNode.of(parts));
    }
    return said.isEmpty() ? use : with(schema, said);
  }

  private Node part(String name, Node use) {
    Node there = other.named(name).schema();
    if (there == null || !own.named(name).isBytes() || !other.named(name).isBytes()) {
      return use;
    }
    ObjectNode list = inPlace(use);
    ObjectNode otherList = Nodes.object(there);
    Node item = list == null ? null : list.get("items");
    Node otherItem = otherList == null ? null : otherList.get("items");
    if (list != null && item != null && otherItem != null) {
      Node file = file(item, otherItem);
      return file == item ? use : with(list, Map.of("items", file));
    }
    return file(use, there);
  }

  private static Node file(Node use, Node there) {
    ObjectNode schema = Nodes.object(use);
    boolean says = Kind.of(there).size() < Kind.values().length;
    if (schema == null || says || !Bytes.any(use)) {
      return use;
    }
    Map<String, Node> members = schema.toMap();
    members.keySet().retainAll(KEPT);
    return ObjectNode.insteadOf(use, members);
  }

  /* What a reference leads to, when nothing stands beside it. */
  private static @Nullable ObjectNode inPlace(Node use) {
    return use instanceof ObjectNode object && object.target() != null && object.size() > 1
        ? null
        : Nodes.object(use);
  }

  private static ObjectNode with(ObjectNode schema, Map<String, Node> said) {
    Map<String, Node> members = schema.toMap();
    members.putAll(said);
    return ObjectNode.insteadOf(schema, members);
  }
}

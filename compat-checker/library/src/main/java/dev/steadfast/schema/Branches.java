package dev.steadfast.schema;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.StringNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The branches of {@code anyOf} and {@code oneOf}. A discriminator (OAS 3.1, Discriminator Object)
 * makes a property select the branch: by the keys that the mapping gives it, else by its schema's
 * name.
 */
final class Branches {

  private Branches() {}

  static List<Schema> of(Schemas schemas, Shaper shaper, Schema.Located at, String keyword) {
    List<Schema> branches = new ArrayList<>();
    for (Node branch : Keywords.items(at.node.get(keyword))) {
      Schema schema = schemas.within(at, branch);
      Set<String> keys = keys(at, branch);
      String property = property(at);
      branches.add(
          property == null || keys.isEmpty() || tagsItself(shaper, schema, property, keys)
              ? schema
              : schemas.and(schema, schemas.keyed(property, keys)));
    }
    return branches;
  }

  /* Many documents name no mapping and give the property other fixed values than the schema names:
  then those values tell the branches apart. */
  private static boolean tagsItself(
      Shaper shaper, Schema branch, String property, Set<String> keys) {
    List<ObjectPart> parts = shaper.shape(branch, Bound.UPPER).objects();
    return !parts.isEmpty()
        && parts.stream()
            .map(part -> Tags.of(part).get(property))
            .allMatch(own -> own != null && Collections.disjoint(own, keys));
  }

  static @Nullable String property(Schema.Located at) {
    return at.node.get("discriminator") instanceof ObjectNode discriminator
        ? Keywords.text(discriminator, "propertyName")
        : null;
  }

  /** The values of the discriminating property that select this branch, sorted. */
  static Set<String> keys(Schema.Located at, Node branch) {
    Set<String> keys = new TreeSet<>();
    if (!(at.node.get("discriminator") instanceof ObjectNode discriminator)
        || !(branch instanceof ObjectNode object)
        || object.target() == null) {
      return keys;
    }
    Node target = object.target();
    if (discriminator.get("mapping") instanceof ObjectNode mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        if (mapping.value(i) instanceof StringNode reference
            && target == at.document.resolve(mapping.value(i), reference.value())) {
          keys.add(mapping.key(i));
        }
      }
    }
    String reference = Keywords.text(object, "$ref");
    if (keys.isEmpty() && reference != null) {
      keys.add(reference.substring(reference.lastIndexOf('/') + 1));
    }
    return keys;
  }
}

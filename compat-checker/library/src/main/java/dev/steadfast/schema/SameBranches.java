package dev.steadfast.schema;

import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows, where the alternatives of {@code oneOf} are too many to be told apart, that two schemas
 * have the same ones: then which values are in exactly one need not be known.
 */
final class SameBranches {

  private final Inclusion plain; // what only holds of messages is no equality

  SameBranches(Inclusion plain) {
    this.plain = plain;
  }

  /** Whether the branches are equal, one to one, and what stands beside them lies within. */
  boolean show(Schema narrow, Schema wide) {
    if (!(narrow instanceof Schema.Located in) || !(wide instanceof Schema.Located out)) {
      return false;
    }
    List<Schema> mine = plain.shaper().branches(in, "oneOf");
    List<Schema> theirs = new ArrayList<>(plain.shaper().branches(out, "oneOf"));
    if (mine.size() < 2 || mine.size() != theirs.size() || refers(in) || refers(out)) {
      return false;
    }
    return plain.lies(beside(in), beside(out))
        && mine.stream().allMatch(branch -> take(branch, theirs));
  }

  private static boolean refers(Schema.Located at) {
    return at.node.target() != null;
  }

  private boolean take(Schema branch, List<Schema> others) {
    for (Schema other : others) {
      if (plain.same(branch, other)) {
        return others.remove(other);
      }
    }
    for (Schema other : others) {
      if (plain.lies(branch, other) && plain.lies(other, branch)) {
        return others.remove(other);
      }
    }
    return false;
  }

  private Schema beside(Schema.Located at) {
    Map<String, Node> rest = new LinkedHashMap<>(at.node.toMap());
    rest.remove("oneOf");
    rest.remove("discriminator");
    return plain.schemas().within(at, ObjectNode.of(rest));
  }
}

package dev.steadfast.diff;

import dev.steadfast.spec.Node;
import org.jspecify.annotations.Nullable;

/** One item of a body that is a stream of them (OAS 3.2, Media Type Object). */
public record StreamItem(MediaType media) implements Element {

  @Override
  public Node at() {
    return media.at();
  }

  @Override
  public String described() {
    return "item of " + media.described();
  }

  /** Null when any item is allowed. */
  public @Nullable Node schema() {
    return media.itemSchema();
  }
}

package dev.steadfast.diff;

import dev.steadfast.spec.ObjectNode;
import java.util.List;

/** The body of a request (OAS 3.1, Request Body Object). */
public record Body(ObjectNode at) implements Element {

  @Override
  public String described() {
    return "request body";
  }

  public boolean required() {
    return Nodes.flag(at, "required", false);
  }

  /** What it may be written in, in document order. */
  public List<MediaType> content() {
    return MediaType.all(Nodes.object(at, "content"));
  }
}

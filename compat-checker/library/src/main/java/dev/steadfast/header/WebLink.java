package dev.steadfast.header;

/**
 * A link to another resource (RFC 8288).
 *
 * @param href a URI reference
 * @param rel one relation type
 * @param type media type of what is there; empty when it is not said
 */
public record WebLink(String href, String rel, String type) {

  /** {@code <href>; rel="rel"; type="type"}, one link-value of a {@code Link} header. */
  @Override
  public String toString() {
    return '<' + href + ">; rel=\"" + rel + '"' + (type.isEmpty() ? "" : "; type=\"" + type + '"');
  }
}

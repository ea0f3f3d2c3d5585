package dev.steadfast.diff;

import dev.steadfast.spec.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers with one status code, a range of codes, or any other code.
 *
 * @param status {@code 200}, {@code 2XX} or {@code default}
 */
public record Response(String status, ObjectNode at) implements Element {

  /** The members of a Responses Object, in document order. */
  static List<Response> all(@Nullable ObjectNode responses) {
    List<Response> all = new ArrayList<>();
    for (String key : Nodes.keys(responses)) {
      ObjectNode at = responses == null ? null : Nodes.object(responses, key);
      if (at != null) {
        all.add(new Response(key.equals("default") ? key : key.toUpperCase(Locale.ROOT), at));
      }
    }
    return all;
  }

  @Override
  public String described() {
    return status.equals("default") ? "default response" : "response " + status;
  }

  /** Higher is narrower: a code, a range, any code. */
  int precision() {
    return status.equals("default") ? 0 : status.endsWith("XX") ? 1 : 2;
  }

  /** Whether it says that the operation did what it was asked (RFC 9110 §15.3). */
  public boolean success() {
    return status.startsWith("2");
  }

  /** Whether it sends the client elsewhere (RFC 9110 §15.4). */
  public boolean redirect() {
    return status.startsWith("3");
  }

  public List<MediaType> content() {
    return MediaType.all(Nodes.object(at, "content"));
  }

  /** Without {@code Content-Type}, which the content map describes. */
  public List<Parameter> headers() {
    return Parameter.headers(Nodes.object(at, "headers"));
  }

  List<Link> links(Contract contract) {
    List<Link> links = new ArrayList<>();
    ObjectNode map = Nodes.object(at, "links");
    for (String name : Nodes.names(map)) {
      ObjectNode link = map == null ? null : Nodes.object(map, name);
      if (link != null) {
        links.add(Link.of(name, link, contract));
      }
    }
    return links;
  }
}

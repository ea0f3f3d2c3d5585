package dev.steadfast.starter.lifecycle;

import dev.steadfast.starter.lifecycle.End.Successor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The value of {@code Link} (RFC 8288 §3): as the file has it ready to send, or made from its
 * {@code links} and its successor.
 */
final class LinkHeader {

  private static final String SUCCESSOR = "successor-version"; // RFC 5829 §3.5

  private final JsonNode node;
  private final String place;
  private final BiConsumer<String, String> faults;

  /**
   * @param faults takes place and message
   */
  LinkHeader(JsonNode node, String place, BiConsumer<String, String> faults) {
    this.node = node;
    this.place = place;
    this.faults = faults;
  }

  @Nullable String value(@Nullable Successor successor) {
    String ready = node.path("headers").path("Link").asString("");
    if (!ready.isEmpty()) {
      if (!ready.chars().allMatch(c -> c >= ' ' && c <= '~')) {
        faults.accept(place + ".headers.Link", "must be visible ASCII on one line");
      }
      return ready;
    }
    List<String> links = new ArrayList<>();
    boolean named = false;
    JsonNode written = node.path("links");
    for (int i = 0; i < written.size(); i++) {
      links.add(link(written.get(i), place + ".links[" + i + "]"));
      named |= written.get(i).path("rel").asString("").equals(SUCCESSOR);
    }
    if (!named && successor != null && successor.href() != null) {
      links.add('<' + successor.href() + ">; rel=\"" + SUCCESSOR + '"');
    }
    return links.isEmpty() ? null : String.join(", ", links);
  }

  private String link(JsonNode link, String at) {
    String href = link.path("href").asString("");
    String rel = link.path("rel").asString("");
    String type = link.path("type").asString("");
    if (href.isEmpty() || !href.chars().allMatch(LinkHeader::isUriCharacter)) {
      faults.accept(at + ".href", "must be a URI reference (RFC 3986): '" + href + "'");
    }
    if (rel.isEmpty() || !(rel + type).chars().allMatch(LinkHeader::isUriCharacter)) {
      faults.accept(at + ".rel", "must be a relation type: '" + rel + "'");
    }
    return '<' + href + ">; rel=\"" + rel + (type.isEmpty() ? "\"" : "\"; type=\"" + type + '"');
  }

  /** RFC 3986 §2; none of them ends a quoted string or an angle bracket. */
  private static boolean isUriCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~:/?#[]@!$&'()*+,;=%".indexOf(c) >= 0;
  }
}

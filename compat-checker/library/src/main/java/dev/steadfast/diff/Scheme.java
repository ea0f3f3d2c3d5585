package dev.steadfast.diff;

import dev.steadfast.spec.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A way to prove who is calling, by meaning: two schemes that ask for the same credential are
 * equal, whatever their components are called.
 *
 * @param type as OpenAPI names it
 * @param detail where the credential goes and who issues it; for OAuth 2 see {@code flows}
 * @param flows the OAuth 2 flows and, as {@code flow url}, what a client of each calls; empty for
 *     other types
 */
public record Scheme(String type, String detail, Map<String, String> flows) {

  /* The URLs that a client of each flow calls (OAS 3.2, OAuth Flow Object). */
  private static final Map<String, List<String>> URLS =
      Map.of(
          "implicit", List.of("authorizationUrl", "refreshUrl"),
          "password", List.of("tokenUrl", "refreshUrl"),
          "clientCredentials", List.of("tokenUrl", "refreshUrl"),
          "authorizationCode", List.of("authorizationUrl", "tokenUrl", "refreshUrl"),
          "deviceAuthorization", List.of("deviceAuthorizationUrl", "tokenUrl", "refreshUrl"));

  public Scheme {
    flows = Map.copyOf(flows);
  }

  static Scheme of(ObjectNode at) {
    String type = Nodes.text(at, "type", "");
    return switch (type) {
      case "apiKey" -> new Scheme(type, key(at), Map.of());
      case "http" ->
          new Scheme(type, Nodes.text(at, "scheme", "").toLowerCase(Locale.ROOT), Map.of());
      case "openIdConnect" -> new Scheme(type, Nodes.text(at, "openIdConnectUrl", ""), Map.of());
      case "oauth2" -> new Scheme(type, "", flows(at));
      default -> new Scheme(type, "", Map.of());
    };
  }

  private static String key(ObjectNode at) {
    String in = Nodes.text(at, "in", "");
    String name = Nodes.text(at, "name", "");
    return in + ' ' + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
  }

  private static Map<String, String> flows(ObjectNode at) {
    Map<String, String> flows = new TreeMap<>();
    ObjectNode map = Nodes.object(at, "flows");
    String metadata = Nodes.text(at, "oauth2MetadataUrl"); // RFC 8414
    if (metadata != null) {
      flows.put("oauth2MetadataUrl", metadata);
    }
    for (String name : Nodes.keys(map)) {
      ObjectNode flow = map == null ? null : Nodes.object(map, name);
      flows.put(name, "");
      for (String url : URLS.getOrDefault(name, List.of())) {
        if (flow != null && flow.has(url)) {
          flows.put(name + ' ' + url, Nodes.text(flow, url, ""));
        }
      }
    }
    return flows;
  }

  /** Whether whoever holds the other scheme's credential holds this one's. */
  public boolean acceptsCredentialOf(Scheme other) {
    return type.equals(other.type)
        && detail.equals(other.detail)
        && flows.entrySet().containsAll(other.flows.entrySet());
  }

  /** For messages: {@code apiKey in header x-api-key}, {@code http bearer}. */
  @Override
  public String toString() {
    return switch (type) {
      case "apiKey" -> "apiKey in " + detail;
      case "http" -> "http " + detail;
      case "openIdConnect" -> "openIdConnect " + detail;
      case "oauth2" -> "oauth2 " + new TreeMap<>(flows);
      default -> type;
    };
  }
}

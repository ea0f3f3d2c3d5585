package dev.steadfast.compat;

import dev.steadfast.diff.Authorization.Demand;
import java.util.List;
import java.util.Map;

/** What stands for credentials in a message that is shown. */
final class Placeholders {

  private Placeholders() {}

  /** Adds to a request what these demands ask for. */
  static void add(
      List<Demand> demands,
      List<String> query,
      List<String> cookies,
      List<Map.Entry<String, String>> headers) {
    for (Demand demand : demands) {
      switch (demand.scheme().type()) {
        case "apiKey" -> {
          String name = demand.keyName();
          switch (demand.keyIn()) {
            case "query" -> query.add(Percent.encode(name) + "=KEY");
            case "cookie" -> cookies.add(name + "=KEY");
            default -> headers.add(Map.entry(name, "KEY"));
          }
        }
        case "http" -> authorize(headers, http(demand.scheme().detail()));
        case "oauth2", "openIdConnect" -> authorize(headers, "Bearer TOKEN");
        default -> {}
      }
    }
  }

  /* One token may fulfil several demands. */
  private static void authorize(List<Map.Entry<String, String>> headers, String credentials) {
    Map.Entry<String, String> header = Map.entry("Authorization", credentials);
    if (!headers.contains(header)) {
      headers.add(header);
    }
  }

  private static String http(String scheme) {
    return switch (scheme) {
      case "basic" -> "Basic Y2xpZW50OnNlY3JldA=="; // client:secret
      case "bearer" -> "Bearer TOKEN";
      default -> scheme + " CREDENTIALS";
    };
  }
}

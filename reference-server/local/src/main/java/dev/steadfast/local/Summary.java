package dev.steadfast.local;

import dev.steadfast.cli.Surroundings;
import java.io.IOException;
import java.util.UUID;

/** What a user needs to know when everything runs: lines that work when they are pasted. */
final class Summary {

  private Summary() {}

  static void print(State state, Place place, String sameData, Surroundings surroundings)
      throws IOException {
    String self = place.launcherWord();
    StringBuilder text = new StringBuilder();
    text.append("\nThe Payment API is at ").append(state.api());
    if (state.tls() != null) {
      text.append(" and ").append(state.tls());
    }
    text.append("\n\n")
        .append(curl(state, self + " token" + sameData, "v2", "\"amountMinor\":1050"))
        .append('\n')
        .append(curl(state, self + " token" + sameData, "v1", "\"amount\":10.50"))
        .append('\n');
    line(text, "API page", state.api() + "/docs");
    line(text, "metrics", String.join("  ", state.metrics()));
    line(text, "status", self + " status" + sameData);
    if (state.tls() != null) {
      line(text, "edge", self + " edge status" + sameData);
    }
    line(text, "logs", self + " logs -f" + sameData);
    line(text, "stop", self + " down" + sameData);
    text.append('\n');
    surroundings.out().write(text.toString());
    surroundings.out().flush();
  }

  /* The token is made when the line is run, so that the line never grows old. */
  private static String curl(State state, String token, String version, String amount) {
    return "  curl -i "
        + state.api()
        + "/"
        + version
        + "/payments -H \"Authorization: Bearer $("
        + token
        + ")\" \\\n    -H 'Content-Type: application/json' -H 'Idempotency-Key: "
        + UUID.randomUUID()
        + "' \\\n    -d '{"
        + amount
        + ",\"currency\":\"EUR\",\"paymentMethod\":\"pm_card_visa\"}'\n";
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  ")
        .append(name)
        .append(" ".repeat(12 - name.length()))
        .append(value)
        .append('\n');
  }
}

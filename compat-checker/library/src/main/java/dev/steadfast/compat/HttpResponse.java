package dev.steadfast.compat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole HTTP/1.1 response.
 *
 * @param status three digits
 * @param headers without Content-Length, in order
 * @param body null when there is none
 */
record HttpResponse(String status, List<Map.Entry<String, String>> headers, @Nullable String body) {

  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          Map.entry("100", "Continue"),
          Map.entry("200", "OK"),
          Map.entry("201", "Created"),
          Map.entry("202", "Accepted"),
          Map.entry("204", "No Content"),
          Map.entry("206", "Partial Content"),
          Map.entry("301", "Moved Permanently"),
          Map.entry("302", "Found"),
          Map.entry("303", "See Other"),
          Map.entry("304", "Not Modified"),
          Map.entry("307", "Temporary Redirect"),
          Map.entry("308", "Permanent Redirect"),
          Map.entry("400", "Bad Request"),
          Map.entry("401", "Unauthorized"),
          Map.entry("403", "Forbidden"),
          Map.entry("404", "Not Found"),
          Map.entry("405", "Method Not Allowed"),
          Map.entry("406", "Not Acceptable"),
          Map.entry("409", "Conflict"),
          Map.entry("410", "Gone"),
          Map.entry("412", "Precondition Failed"),
          Map.entry("415", "Unsupported Media Type"),
          Map.entry("422", "Unprocessable Content"),
          Map.entry("429", "Too Many Requests"),
          Map.entry("500", "Internal Server Error"),
          Map.entry("501", "Not Implemented"),
          Map.entry("502", "Bad Gateway"),
          Map.entry("503", "Service Unavailable"),
          Map.entry("504", "Gateway Timeout"));

  HttpResponse {
    headers = List.copyOf(headers);
  }

  /** The message; lines end in \n. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append("HTTP/1.1 ").append(status).append(' ').append(PHRASES.getOrDefault(status, ""));
    out.append('\n');
    headers.forEach(header -> header(out, header.getKey(), header.getValue()));
    if (body != null) {
      header(out, "Content-Length", String.valueOf(HttpRequest.length(body)));
    }
    out.append('\n');
    if (body != null) {
      out.append(body);
    }
    return out.toString();
  }

  static void header(StringBuilder out, String name, String value) {
    out.append(name).append(':');
    if (!value.isEmpty()) {
      out.append(' ').append(value);
    }
    out.append('\n');
  }
}

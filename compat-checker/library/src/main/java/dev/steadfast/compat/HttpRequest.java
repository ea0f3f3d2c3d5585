package dev.steadfast.compat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole HTTP/1.1 request.
 *
 * @param origin scheme, host and port, {@code https://api.example.com}
 * @param target path and query
 * @param headers without Host and Content-Length, in order
 * @param body null when there is none
 */
record HttpRequest(
    String method,
    String origin,
    String target,
    List<Map.Entry<String, String>> headers,
    @Nullable String body) {

  HttpRequest {
    headers = List.copyOf(headers);
  }

  /** The message; lines end in \n. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append(method).append(' ').append(target).append(" HTTP/1.1\n");
    out.append("Host: ").append(origin.substring(origin.indexOf("://") + 3)).append('\n');
    headers.forEach(header -> HttpResponse.header(out, header.getKey(), header.getValue()));
    if (body != null) {
      HttpResponse.header(out, "Content-Length", String.valueOf(length(body)));
    }
    out.append('\n');
    if (body != null) {
      out.append(body);
    }
    return out.toString();
  }

  static int length(String body) {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }

  /** A command for a POSIX shell that sends the request. */
  String curl() {
    StringBuilder out = new StringBuilder("curl -i");
    if (method.equals("HEAD")) {
      out.append(" --head");
    } else if (!method.equals(body == null ? "GET" : "POST")) {
      out.append(" -X ").append(quoted(method));
    }
    if (target.matches(".*[\\[\\]{}].*")) {
      out.append(" --globoff");
    }
    if (target.contains("/.")) {
      out.append(" --path-as-is");
    }
    out.append(' ').append(quoted(origin + target));
    for (Map.Entry<String, String> header : headers) {
      String value = header.getValue();
      out.append(" -H ")
          .append(quoted(value.isEmpty() ? header.getKey() + ';' : header.getKey() + ": " + value));
    }
    if (body != null) {
      out.append(" --data-raw ").append(quoted(body));
    }
    return out.toString();
  }

  /* Inside single quotes a POSIX shell reads every character as itself (POSIX.1-2017, XCU §2.2.2). */
  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:=-]+") ? text : '\'' + text.replace("'", "'\\''") + '\'';
  }
}

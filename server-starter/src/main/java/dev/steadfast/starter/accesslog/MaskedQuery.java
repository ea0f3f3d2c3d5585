package dev.steadfast.starter.accesslog;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Query strings without the values of secret parameters. */
final class MaskedQuery {

  private final Set<String> secret = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  MaskedQuery(List<String> secret) {
    this.secret.addAll(secret);
  }

  /** The query as it was sent, but {@code ***} for secret values. */
  String masked(String query) {
    StringBuilder shown = new StringBuilder(query.length());
    int from = 0;
    while (from <= query.length()) {
      int end = query.indexOf('&', from);
      int to = end < 0 ? query.length() : end;
      append(shown, query.substring(from, to));
      if (end >= 0) {
        shown.append('&');
      }
      from = to + 1;
    }
    return shown.toString();
  }

  private void append(StringBuilder shown, String pair) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      shown.append(pair);
      return;
    }
    shown.append(pair, 0, equals + 1);
    shown.append(
        secret.contains(name(pair.substring(0, equals))) ? "***" : pair.substring(equals + 1));
  }

  /** A percent sign in a name could hide a secret one. */
  private static String name(String written) {
    if (written.indexOf('%') < 0) {
      return written;
    }
    try {
      return URLDecoder.decode(written, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return written; // no parameter for the application either
    }
  }
}

package dev.steadfast.diff;

import java.util.Comparator;

/**
 * Where a schema sits in a message of one operation.
 *
 * @param operation method and path template, {@code POST /v1/payments}
 * @param name parameter or header name, or media type
 * @param status status code, range or {@code default} as written; empty for requests
 */
public record Site(String operation, Direction direction, Part part, String name, String status)
    implements Comparable<Site> {

  private static final Comparator<Site> ORDER =
      Comparator.<Site>comparingInt(site -> site.operation.length())
          .thenComparing(Site::operation)
          .thenComparing(Site::direction)
          .thenComparing(Site::status)
          .thenComparing(Site::part)
          .thenComparing(Site::name);

  /** Whether it is in a body that is an XML document. */
  boolean xml() {
    return (part == Part.BODY || part == Part.RESPONSE_BODY) && MediaRange.of(name).xml();
  }

  /** Shortest operation first. */
  @Override
  public int compareTo(Site other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String where =
        switch (part) {
          case BODY -> "request body " + name;
          case PATH -> "path parameter '" + name + "'";
          case QUERY -> "query parameter '" + name + "'";
          case HEADER -> "header parameter '" + name + "'";
          case COOKIE -> "cookie parameter '" + name + "'";
          case QUERYSTRING -> "query string";
          case RESPONSE_BODY -> "response " + status + " body " + name;
          case RESPONSE_HEADER -> "response " + status + " header '" + name + "'";
        };
    return operation + ' ' + where;
  }
}

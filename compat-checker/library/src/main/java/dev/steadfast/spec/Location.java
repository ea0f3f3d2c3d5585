package dev.steadfast.spec;

import java.util.Comparator;

/**
 * A place in a document.
 *
 * @param file as the user named it
 * @param pointer RFC 6901, empty for the root
 * @param line 1-based; 0 when no file contains the place
 * @param column 1-based; 0 when no file contains the place
 */
public record Location(String file, String pointer, int line, int column)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column)
          .thenComparing(Location::pointer);

  /** Where a value is written. */
  public static Location of(Node node) {
    return new Location(fileOf(node), node.pointer(), node.line(), node.column());
  }

  /** Where a key is written; the object itself when it has no such key. */
  public static Location ofKey(ObjectNode object, String key) {
    Node member = object.get(key);
    if (member == null || object.keyLine(key) == 0) {
      return of(object);
    }
    String step = key.replace("~", "~0").replace("/", "~1");
    return new Location(
        fileOf(object), object.pointer() + '/' + step, object.keyLine(key), object.keyColumn(key));
  }

  private static String fileOf(Node node) {
    Tree tree = node.tree();
    return tree == null ? "" : tree.name();
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, as editors understand it. */
  @Override
  public String toString() {
    return file + ':' + line + ':' + column;
  }
}

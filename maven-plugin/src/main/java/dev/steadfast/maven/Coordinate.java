package dev.steadfast.maven;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document in a Maven repository, {@code group:artifact:version[:path]}.
 *
 * @param version a version, a range as Maven writes it, or {@code RELEASE}
 * @param path of the document inside the artifact; empty when the artifact is the document
 */
record Coordinate(String group, String artifact, String version, String path) {

  /** The highest released version. */
  static final String RELEASE = "RELEASE";

  private static final Pattern FORM =
      Pattern.compile("([\\w.-]{2,}):([\\w.-]+):([^:/\\\\]+)(?::([^:]+))?");
  private static final Pattern RANGE = Pattern.compile("[\\[(].*[\\])]");

  /** Empty when the text has not the form of a coordinate. */
  static Optional<Coordinate> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String path = matcher.group(4);
    return Optional.of(
        new Coordinate(
            matcher.group(1), matcher.group(2), matcher.group(3), path == null ? "" : path));
  }

  /** Whether several versions can be meant, and the highest released one is taken. */
  boolean open() {
    return version.equals(RELEASE) || RANGE.matcher(version).matches();
  }

  Coordinate at(String found) {
    return new Coordinate(group, artifact, found, path);
  }

  @Override
  public String toString() {
    String whole = group + ':' + artifact + ':' + version;
    return path.isEmpty() ? whole : whole + ':' + path;
  }
}

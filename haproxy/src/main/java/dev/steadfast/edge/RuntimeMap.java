package dev.steadfast.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A map file as HAProxy holds it in memory.
 *
 * @param id its number, {@code #3}
 * @param file the name under which the configuration loaded it
 */
record RuntimeMap(RuntimeApi api, String id, String file) {

  private static final Pattern LISTED = Pattern.compile("(\\d+) \\(([^)]*)\\) .*");
  private static final Pattern ENTRY = Pattern.compile("0x[0-9a-f]+ (\\S+) (.*)");

  /**
   * Finds the one with this file name, in whatever folder.
   *
   * @throws EdgeException when the configuration has none: it is not ours, or an older one
   */
  static RuntimeMap named(RuntimeApi api, String fileName) throws EdgeException {
    for (String line : api.ask("show map").lines().toList()) {
      Matcher matcher = LISTED.matcher(line);
      if (matcher.matches() && ('/' + matcher.group(2)).endsWith('/' + fileName)) {
        return new RuntimeMap(api, '#' + matcher.group(1), matcher.group(2));
      }
    }
    throw new EdgeException(api.socket() + " belongs to an HAProxy without " + fileName);
  }

  /** Keys and values, in the order of the file. */
  Map<String, String> entries() throws EdgeException {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String line : api.ask("show map " + id).lines().toList()) {
      Matcher matcher = ENTRY.matcher(line);
      if (matcher.matches()) {
        entries.put(matcher.group(1), matcher.group(2).strip());
      }
    }
    return entries;
  }

  Optional<String> get(String key) throws EdgeException {
    return Optional.ofNullable(entries().get(key));
  }

  /** Adds or changes an entry; neither key nor value has spaces. */
  void put(String key, String value) throws EdgeException {
    api.tell((get(key).isPresent() ? "set map " : "add map ") + id + ' ' + key + ' ' + value);
  }

  /** Removes an entry, if it is there. */
  void remove(String key) throws EdgeException {
    if (get(key).isPresent()) {
      api.tell("del map " + id + ' ' + key);
    }
  }
}

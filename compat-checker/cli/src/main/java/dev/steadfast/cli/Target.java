package dev.steadfast.cli;

import dev.steadfast.report.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --format FORMAT[=FILE]} asks for; {@code -} is standard output too.
 *
 * @param file null for standard output
 */
record Target(Format format, @Nullable Path file) {

  /** All of them; {@code otherwise} goes to standard output when nothing else does. */
  static List<Target> parse(List<String> texts, @Nullable Format otherwise) throws UsageException {
    List<Target> targets = new ArrayList<>();
    Set<String> places = new LinkedHashSet<>();
    for (String text : texts) {
      Target target = parse(text);
      targets.add(target);
      if (!places.add(target.file == null ? "" : target.file.toString())) {
        throw new UsageException(
            target.file == null
                ? "only one --format can go to standard output; write the others as FORMAT=FILE"
                : "two --format options write '" + target.file + "'");
      }
    }
    if (otherwise != null && places.add("")) {
      targets.add(0, new Target(otherwise, null));
    }
    return targets;
  }

  private static Target parse(String text) throws UsageException {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    Format format =
        Format.named(name)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--format '"
                            + name
                            + "' is not one of "
                            + String.join(", ", Format.names())));
    if (equals < 0 || text.substring(equals + 1).equals(Inputs.STANDARD_STREAM)) {
      return new Target(format, null);
    }
    if (equals + 1 == text.length()) {
      throw new UsageException("--format '" + text + "' names no file after the equals sign");
    }
    return new Target(format, Path.of(text.substring(equals + 1)));
  }
}

package dev.steadfast.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder {@code EDGE_STATE}: what operators decided, as a reload of HAProxy reads it again.
 *
 * @param folder absolute
 */
record Decisions(Path folder) {

  static final int USUAL_WEIGHT = 100;

  private static final String BY_HAND = "# Written by steadfast edge; a reload reads it again.\n";

  /** That of a running edge; empty when it was started without one of its own. */
  static Optional<Decisions> of(RuntimeApi api) throws EdgeException {
    String variable = api.ask("show env EDGE_STATE");
    String folder = variable.startsWith("EDGE_STATE=") ? variable.substring(11) : "";
    // a relative one is the folder that is shipped: the same for every edge of this checkout
    return folder.startsWith("/") && Files.isWritable(Path.of(folder))
        ? Optional.of(new Decisions(Path.of(folder)))
        : Optional.empty();
  }

  /** Keeps the weights that are not the usual one. */
  void keepWeights(List<EdgeServer> servers) throws IOException {
    StringBuilder text = new StringBuilder(BY_HAND).append("global\n");
    for (EdgeServer server : servers) {
      int weight = server.isDrained() ? 0 : server.weight();
      if (weight != USUAL_WEIGHT) {
        String number = server.name().replaceFirst("^s", "");
        text.append("\tsetenv SERVER").append(number).append("_WEIGHT ").append(weight);
        text.append('\n');
      }
    }
    replace(folder.resolve("operator.cfg"), text.toString());
  }

  /** Keeps a map as it is in memory. */
  void keep(RuntimeMap map) throws EdgeException, IOException {
    StringBuilder text = new StringBuilder(BY_HAND);
    for (Map.Entry<String, String> entry : new TreeMap<>(map.entries()).entrySet()) {
      text.append(entry.getKey()).append(' ').append(entry.getValue()).append('\n');
    }
    replace(folder.resolve(Path.of(map.file()).getFileName()), text.toString());
  }

  /* A reload at this moment reads the old file or the new one. */
  private static void replace(Path file, String text) throws IOException {
    Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

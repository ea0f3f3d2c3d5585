package dev.steadfast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a program that refuses to be root, when this process is root. */
final class PlainUser {

  /* The kernel's overflow id, "nobody" on Linux: no account has to be made. */
  private static final int NOBODY = 65534;

  /** To this process's user the program is itself; inside, it sees no root. Nothing is chowned. */
  private static final List<String> NAMESPACE = List.of("unshare", "--user");

  /*
   * Containers often forbid user namespaces. The capability lets the program reach a folder below
   * one that only root may enter, such as /root.
   */
  private static final List<String> NOBODY_ELSE =
      List.of(
          "setpriv",
          "--reuid=" + NOBODY,
          "--regid=" + NOBODY,
          "--clear-groups",
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override");

  private final List<String> prefix;
  private final boolean ownsFiles;

  private PlainUser(List<String> prefix, boolean ownsFiles) {
    this.prefix = prefix;
    this.ownsFiles = ownsFiles;
  }

  /**
   * The way that works on this machine.
   *
   * @throws IOException when this process is root and there is none
   */
  static PlainUser find() throws IOException {
    if (!isRoot()) {
      return new PlainUser(List.of(), false);
    }
    if (works(NAMESPACE)) {
      return new PlainUser(NAMESPACE, false);
    }
    if (works(NOBODY_ELSE)) {
      return new PlainUser(NOBODY_ELSE, true);
    }
    throw new IOException(
        "PostgreSQL refuses to run as root, and neither 'unshare --user' nor 'setpriv' works here;"
            + " run as another user, or set DATABASE_URL to a PostgreSQL that runs");
  }

  /** The command, run as that user. */
  List<String> running(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Gives a folder and all in it to that user. */
  void own(Path folder) throws IOException {
    if (!ownsFiles) {
      return;
    }
    UserPrincipal owner =
        folder
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(Integer.toString(NOBODY));
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.toList();
    }
    for (Path file : files) {
      Files.setAttribute(file, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static boolean isRoot() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
  }

  private static boolean works(List<String> command) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of("sh", "-c", "test \"$(id -u)\" != 0"));
    try {
      Process process =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

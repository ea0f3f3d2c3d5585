package dev.steadfast.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * A file in a git commit, read by the {@code git} program.
 *
 * @param folder the folder of the document, the only one that is read; ends with a slash or is
 *     empty
 */
record GitSource(Path repository, String revision, String path, String folder) implements Source {

  private static final int LONGEST_MESSAGE = 10_000;

  static GitSource of(Path repository, String revision, String path) {
    return new GitSource(repository, revision, path, path.substring(0, path.lastIndexOf('/') + 1));
  }

  @Override
  public String name() {
    return "git:" + revision + ':' + path;
  }

  @Override
  public byte[] bytes(int limit) throws IOException {
    if (revision.isEmpty() || revision.startsWith("-") || revision.contains(":")) {
      throw new IOException("'" + revision + "' is no git revision");
    }
    List<String> command = new ArrayList<>(List.of("git"));
    if (!repository.toString().isEmpty()) {
      command.addAll(List.of("-C", repository.toString()));
    }
    command.addAll(List.of("cat-file", "blob", revision + ':' + path));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("GIT_NO_LAZY_FETCH", "1"); // a partial clone must not call its server
    Process git;
    try {
      git = builder.start();
    } catch (IOException e) {
      throw new IOException("the git program does not start", e);
    }
    try {
      return output(git, limit);
    } finally {
      git.destroyForcibly();
    }
  }

  private static byte[] output(Process git, int limit) throws IOException {
    git.getOutputStream().close();
    CompletableFuture<String> message =
        CompletableFuture.supplyAsync(() -> message(git.getErrorStream()));
    try (InputStream in = git.getInputStream()) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new IOException("is longer than " + limit + " bytes");
      }
      if (git.waitFor() != 0) {
        throw new IOException("git says: " + message.join());
      }
      return bytes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String message(InputStream errors) {
    try {
      String text = new String(errors.readNBytes(LONGEST_MESSAGE), StandardCharsets.UTF_8).strip();
      String first = text.lines().findFirst().orElse("nothing");
      return first.toLowerCase(Locale.ROOT).startsWith("fatal: ") ? first.substring(7) : first;
    } catch (IOException e) {
      return "nothing";
    }
  }

  @Override
  public Source sibling(String relative) throws IOException {
    String sibling = RelativePath.resolve(path, relative);
    String here = path.startsWith("./") ? "./" : "";
    if (!(here + sibling).startsWith(folder)) {
      throw new IOException("leads outside the folder '" + (folder.isEmpty() ? "." : folder) + "'");
    }
    return new GitSource(repository, revision, here + sibling, folder);
  }
}

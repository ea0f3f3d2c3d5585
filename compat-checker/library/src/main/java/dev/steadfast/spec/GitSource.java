package dev.steadfast.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A file in a git commit, read by the {@code git} program, without a shell. */
final class GitSource implements Source {

  private static final int LONGEST_MESSAGE = 10_000;

  private final List<String> git; // the program, and where it works
  private final String revision;
  private final String path;
  private final String folder; // of the document, the only one that is read; ends with a slash
  private final GitBatch others;

  private GitSource(
      List<String> git, String revision, String path, String folder, GitBatch others) {
    this.git = git;
    this.revision = revision;
    this.path = path;
    this.folder = folder;
    this.others = others;
  }

  static GitSource of(Path repository, String revision, String path) {
    List<String> git =
        repository.toString().isEmpty()
            ? List.of("git")
            : List.of("git", "-C", repository.toString());
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return new GitSource(git, revision, path, folder, new GitBatch(git));
  }

  @Override
  public String name() {
    return "git:" + revision + ':' + path;
  }

  /* The document itself by a process of its own, for the sake of git's error messages. */
  @Override
  public byte[] bytes(int limit) throws IOException {
    if (revision.isEmpty() || revision.startsWith("-") || revision.contains(":")) {
      throw new IOException("'" + revision + "' is no git revision");
    }
    Process process;
    try {
      process = process(git, "cat-file", "blob", revision + ':' + path).start();
    } catch (IOException e) {
      throw new IOException("the git program does not start", e);
    }
    try {
      return output(process, limit);
    } finally {
      process.destroyForcibly();
    }
  }

  static ProcessBuilder process(List<String> git, String... arguments) {
    List<String> command = new ArrayList<>(git);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("GIT_NO_LAZY_FETCH", "1"); // a partial clone must not call its server
    return builder;
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
      return first.startsWith("fatal: ") ? first.substring("fatal: ".length()) : first;
    } catch (IOException e) {
      return "nothing";
    }
  }

  @Override
  public Source sibling(String relative) throws IOException {
    return beside(path, relative);
  }

  private Source beside(String from, String relative) throws IOException {
    String here = folder.startsWith("./") || path.startsWith("./") ? "./" : "";
    String sibling = here + RelativePath.resolve(from, relative);
    if (!sibling.startsWith(folder)) {
      throw new IOException("leads outside the folder '" + (folder.isEmpty() ? "." : folder) + "'");
    }
    return sibling.equals(path) ? this : new Other(sibling);
  }

  @Override
  public void close() {
    others.close();
  }

  /** A file beside the document. */
  private final class Other implements Source {

    private final String file;

    Other(String file) {
      this.file = file;
    }

    @Override
    public String name() {
      return "git:" + revision + ':' + file;
    }

    @Override
    public byte[] bytes(int limit) throws IOException {
      return others.blob(revision + ':' + file, limit);
    }

    @Override
    public Source sibling(String relative) throws IOException {
      return beside(file, relative);
    }
  }
}

package dev.steadfast.spec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code git cat-file --batch} that hands out the files of a document: a process for each of
 * them would cost more than reading them. Starts when it is first asked. Thread-safe.
 */
final class GitBatch implements AutoCloseable {

  private final List<String> command;
  private @Nullable Process git;
  private InputStream answers = InputStream.nullInputStream();

  /** Runs this git, which may name a folder. */
  GitBatch(List<String> git) {
    this.command = git;
  }

  /**
   * A file.
   *
   * @param object revision, colon, path
   * @throws IOException when there is none, or it is longer than {@code limit} bytes
   */
  synchronized byte[] blob(String object, int limit) throws IOException {
    if (object.indexOf('\n') >= 0) {
      throw new IOException("no such file");
    }
    OutputStream questions = start().getOutputStream();
    questions.write((object + '\n').getBytes(StandardCharsets.UTF_8));
    questions.flush();
    String[] header = line().split(" ", -1); // object id, type, size; or the question, "missing"
    if (header.length != 3 || header[2].isEmpty() || !Character.isDigit(header[2].charAt(0))) {
      throw new IOException("no such file");
    }
    long size = Long.parseLong(header[2]);
    if (size > limit) {
      close();
      throw new IOException("is longer than " + limit + " bytes");
    }
    byte[] bytes = answers.readNBytes((int) size);
    if (answers.read() != '\n') {
      throw new IOException("git ended early");
    }
    if (!header[1].equals("blob")) {
      throw new IOException("is a folder, not a file");
    }
    return bytes;
  }

  private Process start() throws IOException {
    Process running = git;
    if (running == null) {
      ProcessBuilder builder = GitSource.process(command, "cat-file", "--batch");
      running = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      answers = new BufferedInputStream(running.getInputStream());
      git = running;
    }
    return running;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = answers.read(); c != '\n'; c = answers.read()) {
      if (c < 0) {
        throw new IOException("git ended early");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  /** Ends the process; it starts again when it is asked again. */
  @Override
  public synchronized void close() {
    if (git != null) {
      git.destroyForcibly();
      git = null;
    }
  }
}

package dev.steadfast.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page under docs/ that a program writes, between {@code <!-- NAME: written by PROGRAM
 * -->} and {@code <!-- end of NAME -->}.
 *
 * @param page file name below docs/
 * @param name of the part
 */
public record DocSection(String page, String name) {

  /** What is between the marks now. */
  public String read() throws IOException {
    String text = Files.readString(path());
    int from = start(text);
    return text.substring(from, end(text, from));
  }

  /** Replaces what is between the marks. */
  public void write(String content) throws IOException {
    String text = Files.readString(path());
    int from = start(text);
    Files.writeString(path(), text.substring(0, from) + content + text.substring(end(text, from)));
  }

  private int start(String text) {
    int mark = text.indexOf("<!-- " + name + ": ");
    int line = mark < 0 ? -1 : text.indexOf('\n', mark);
    if (line < 0) {
      throw new IllegalStateException(page + " has no section " + name);
    }
    return line + 1;
  }

  private int end(String text, int from) {
    int mark = text.indexOf("<!-- end of " + name + " -->", from);
    if (mark < 0) {
      throw new IllegalStateException(page + " has no end of " + name);
    }
    return mark;
  }

  private Path path() {
    // the module is a folder of the repository
    return Path.of("").toAbsolutePath().resolveSibling("docs").resolve(page);
  }
}

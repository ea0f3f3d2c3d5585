package dev.steadfast.report;

import dev.steadfast.spec.Location;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON (RFC 8259) as it goes; every method but the last answers this writer. */
final class JsonWriter {

  /** How the text is laid out. */
  enum Layout {
    /** All on one line. */
    COMPACT,
    /** One member a line, indented by two spaces. */
    INDENTED
  }

  private final Writer out;
  private final Layout layout;
  private final StringBuilder buffer = new StringBuilder();
  private int depth;
  private boolean first = true; // nothing written yet in the innermost object or array
  private boolean named; // a name was just written

  JsonWriter(Writer out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  JsonWriter beginObject() throws IOException {
    return begin('{');
  }

  JsonWriter endObject() throws IOException {
    return end('}');
  }

  JsonWriter beginArray() throws IOException {
    return begin('[');
  }

  JsonWriter endArray() throws IOException {
    return end(']');
  }

  JsonWriter name(String name) throws IOException {
    separate();
    quote(name);
    out.write(layout == Layout.COMPACT ? ":" : ": ");
    named = true;
    return this;
  }

  JsonWriter value(String value) throws IOException {
    separate();
    quote(value);
    return this;
  }

  JsonWriter value(long value) throws IOException {
    return raw(Long.toString(value));
  }

  JsonWriter value(boolean value) throws IOException {
    return raw(Boolean.toString(value));
  }

  /** A document's value, compact, numbers as exact as they are. */
  JsonWriter value(Node value) throws IOException {
    return raw(value.toString());
  }

  JsonWriter member(String name, String value) throws IOException {
    return name(name).value(value);
  }

  JsonWriter member(String name, long value) throws IOException {
    return name(name).value(value);
  }

  JsonWriter member(String name, boolean value) throws IOException {
    return name(name).value(value);
  }

  JsonWriter member(String name, Collection<String> values) throws IOException {
    name(name).beginArray();
    for (String value : values) {
      value(value);
    }
    return endArray();
  }

  /** Nothing when the value is absent. */
  JsonWriter optional(String name, @Nullable String value) throws IOException {
    return value == null ? this : member(name, value);
  }

  JsonWriter problems(String name, List<Problem> problems) throws IOException {
    name(name).beginArray();
    for (Problem problem : problems) {
      beginObject().place(problem.at()).member("message", problem.message()).endObject();
    }
    return endArray();
  }

  /** The members of a location. */
  JsonWriter place(Location at) throws IOException {
    return member("file", at.file())
        .member("pointer", at.pointer())
        .member("line", at.line())
        .member("column", at.column());
  }

  /** Ends the line after a whole value; the next value starts afresh. */
  void endLine() throws IOException {
    out.write('\n');
    first = true;
  }

  private JsonWriter begin(char bracket) throws IOException {
    separate();
    out.write(bracket);
    depth++;
    first = true;
    return this;
  }

  private JsonWriter end(char bracket) throws IOException {
    depth--;
    if (!first) {
      indent();
    }
    out.write(bracket);
    first = false;
    return this;
  }

  private JsonWriter raw(String text) throws IOException {
    separate();
    out.write(text);
    return this;
  }

  private void separate() throws IOException {
    if (named) {
      named = false;
      return;
    }
    if (!first) {
      out.write(',');
    }
    first = false;
    if (depth > 0) {
      indent();
    }
  }

  private void indent() throws IOException {
    if (layout == Layout.INDENTED) {
      out.write('\n');
      out.write("  ".repeat(depth));
    }
  }

  private void quote(String text) throws IOException {
    buffer.setLength(0);
    buffer.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        buffer.append('\\').append(c);
      } else if (Visible.isHidden(text, i)) {
        Visible.escape(c, buffer);
      } else {
        buffer.append(c);
      }
    }
    out.append(buffer.append('"'));
  }
}

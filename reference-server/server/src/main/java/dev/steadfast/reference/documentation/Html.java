package dev.steadfast.reference.documentation;

/** Writes HTML; all text is escaped. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Markup that is written as it is. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** An element that holds text. */
  Html element(String name, Object text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
  }

  /** Text. */
  Html text(Object text) {
    String plain = String.valueOf(text);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

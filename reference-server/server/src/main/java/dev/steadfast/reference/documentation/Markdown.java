package dev.steadfast.reference.documentation;

import java.util.List;
import java.util.regex.Pattern;

/** As much of Markdown as the descriptions of the specifications use. */
final class Markdown {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern LINK = Pattern.compile("&lt;(https?://[^&]+)&gt;");

  private Markdown() {}

  /** The description as HTML: headings, tables, lists, paragraphs. */
  static String toHtml(String markdown) {
    StringBuilder out = new StringBuilder();
    for (String block : markdown.strip().split("\n\\s*\n", -1)) {
      List<String> lines = block.lines().toList();
      if (block.startsWith("## ")) {
        out.append("<h3>").append(inline(block.substring(3))).append("</h3>\n");
      } else if (block.startsWith("|")) {
        table(out, lines);
      } else if (block.startsWith("- ")) {
        list(out, block);
      } else {
        out.append("<p>").append(inline(block)).append("</p>\n");
      }
    }
    return out.toString();
  }

  private static void table(StringBuilder out, List<String> lines) {
    out.append("<table>\n");
    for (int i = 0; i < lines.size(); i++) {
      // the second line is the rule below the head
      if (i != 1) {
        String cell = i == 0 ? "th" : "td";
        out.append("<tr>");
        String line = lines.get(i).strip();
        for (String text : line.substring(1, line.length() - 1).split("\\|", -1)) {
          out.append('<').append(cell).append('>').append(inline(text.strip()));
          out.append("</").append(cell).append('>');
        }
        out.append("</tr>\n");
      }
    }
    out.append("</table>\n");
  }

  private static void list(StringBuilder out, String block) {
    out.append("<ul>\n");
    for (String item : block.substring(2).split("\n- ", -1)) {
      out.append("<li>").append(inline(item)).append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private static String inline(String text) {
    String escaped = new Html().text(text).toString();
    String code = CODE.matcher(escaped).replaceAll("<code>$1</code>");
    String strong = STRONG.matcher(code).replaceAll("<strong>$1</strong>");
    return LINK.matcher(strong).replaceAll("<a href=\"$1\">$1</a>");
  }
}

package dev.steadfast.compat;

import dev.steadfast.diff.Movement;
import dev.steadfast.diff.SchemaChange;
import dev.steadfast.diff.SchemaFact;
import dev.steadfast.diff.Site;
import dev.steadfast.spec.Node;
import dev.steadfast.spec.ObjectNode;
import dev.steadfast.spec.Tree;
import java.util.List;

/** How messages call what a schema change is about. */
final class SchemaWords {

  private static final int MOST_SHOWN = 80;
  private static final String SCHEMA = "schema ";
  private static final String PROPERTY = "property ";
  private static final List<String> SCHEMA_KEYWORDS =
      List.of("type", "properties", "allOf", "anyOf", "oneOf", "enum", "items", "$ref");

  private SchemaWords() {}

  /**
   * {@code property 'amount'}, {@code items of property 'tags'}, {@code query parameter 'limit'}.
   */
  static String described(SchemaChange change) {
    String was = change.base() == null ? "" : named(change.base());
    String now = change.revision() == null ? was : named(change.revision());
    if (now.isEmpty()) {
      return part(change.sites().get(0));
    }
    if (!now.startsWith(SCHEMA) || was.equals(now)) {
      return now;
    }
    // another schema at the same place
    return was.startsWith(SCHEMA)
        ? was + " (now " + now.substring(SCHEMA.length()) + ')'
        : was.contains(PROPERTY) ? was : now;
  }

  private static String named(Node node) {
    String[] steps = node.pointer().split("/", -1);
    StringBuilder of = new StringBuilder();
    for (int i = steps.length - 1; i > 0; i--) {
      String parent = steps[i - 1];
      if (parent.equals("properties") && !isName(steps, i - 1)) {
        return of + PROPERTY + "'" + unescaped(steps[i]) + "'";
      }
      if (parent.equals("schemas") && i >= 2 && steps[i - 2].equals("components")) {
        return of + SCHEMA + "'" + unescaped(steps[i]) + "'";
      }
      if (steps[i].equals("items")) {
        of.append("items of ");
      } else if (steps[i].equals("additionalProperties")) {
        of.append("additional properties of ");
      }
    }
    String file = namedByFile(node, steps);
    return file.isEmpty() ? "" : of + SCHEMA + "'" + file + "'";
  }

  /* A file beside the document is one schema, named as the file, or holds several by name; what a
  parameter or a response of such a file writes in place has no name. */
  private static String namedByFile(Node node, String[] steps) {
    Tree tree = node.tree();
    if (tree == null
        || !(tree.root() instanceof ObjectNode root)
        || root.has("openapi")
        || root.has("swagger")
        || List.of(steps).contains("schema")) {
      return "";
    }
    boolean isSchema = SCHEMA_KEYWORDS.stream().anyMatch(root::has);
    if (!isSchema && steps.length > 1) {
      return unescaped(steps[1]);
    }
    String name = tree.name().substring(tree.name().lastIndexOf('/') + 1);
    return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
  }

  /* A property may itself be called "properties". */
  private static boolean isName(String[] steps, int at) {
    int run = 0;
    for (int i = at - 1; i >= 0 && steps[i].equals("properties"); i--) {
      run++;
    }
    return run % 2 == 1;
  }

  private static String part(Site site) {
    return switch (site.part()) {
      case BODY -> "request body";
      case PATH -> "path parameter '" + site.name() + "'";
      case QUERY -> "query parameter '" + site.name() + "'";
      case HEADER -> "header parameter '" + site.name() + "'";
      case COOKIE -> "cookie parameter '" + site.name() + "'";
      case QUERYSTRING -> "query string";
      case RESPONSE_BODY -> "response body";
      case RESPONSE_HEADER -> "header '" + site.name() + "'";
    };
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }

  /** Past tense, without the operation: {@code property 'note': maximum length decreased …}. */
  static String message(SchemaChange change) {
    String subject = quoted(change.subject());
    return switch (change.fact()) {
      case PROPERTY -> "property " + subject + (gone(change) ? " was removed" : " was added");
      case REQUIRED ->
          "property " + subject + " became " + (gone(change) ? "required" : "optional");
      case DISCRIMINATOR ->
          described(change)
              + ": "
              + (change.movement() == Movement.CHANGED
                  ? "discriminator value " + subject + " selects another schema"
                  : member(change, subject));
      case ENUM, ALTERNATIVE -> described(change) + ": " + member(change, subject);
      case NULLABLE ->
          described(change) + (gone(change) ? " may no longer be null" : " may be null now");
      case UNIQUE_ITEMS ->
          described(change)
              + ": items "
              + (gone(change) ? "must be" : "need not be")
              + " unique now";
      case DEPRECATED -> annotated(change, "deprecated");
      case READ_ONLY -> annotated(change, "readOnly");
      case WRITE_ONLY -> annotated(change, "writeOnly");
      default -> ownerOf(change) + ": " + SchemaRules.noun(change.fact()) + moved(change);
    };
  }

  private static String annotated(SchemaChange change, String keyword) {
    String became = SchemaRules.verb(change).equals("added") ? " became " : " is no longer ";
    return described(change) + became + keyword;
  }

  /* A keyword about items or other members belongs to what has them. */
  private static String ownerOf(SchemaChange change) {
    String described = described(change);
    String front = SchemaRules.noun(change.fact()) + " of ";
    return described.startsWith(front) ? described.substring(front.length()) : described;
  }

  private static boolean gone(SchemaChange change) {
    return change.movement() == Movement.TIGHTENED;
  }

  private static String member(SchemaChange change, String subject) {
    String noun = SchemaRules.noun(change.fact());
    boolean all = change.was().isEmpty() || change.now().isEmpty();
    if (change.fact() == SchemaFact.ENUM && change.subject().isEmpty() && all) {
      return "enum" + moved(change);
    }
    if (change.subject().isEmpty() || change.movement() == Movement.CHANGED) {
      return noun + 's' + moved(change).replaceFirst("^ was ", " were ");
    }
    return noun + ' ' + subject + (gone(change) ? " was removed" : " was added");
  }

  private static String moved(SchemaChange change) {
    String was = change.was();
    String now = change.now();
    String noun = SchemaRules.noun(change.fact());
    String be = noun.endsWith("s") && !noun.matches("(min|max)imum .*") ? " were " : " was ";
    boolean tellsLittle = Math.max(was.length(), now.length()) > MOST_SHOWN;
    if (tellsLittle || (was.isEmpty() && now.isEmpty())) {
      return be + SchemaRules.verb(change);
    }
    if (was.isEmpty()) {
      return " " + quoted(now) + be + "added";
    }
    if (now.isEmpty()) {
      return " " + quoted(was) + be + "removed";
    }
    return " " + SchemaRules.verb(change) + " from " + quoted(was) + " to " + quoted(now);
  }

  private static String quoted(String text) {
    String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + '…' : text;
    return '\'' + shown + '\'';
  }
}

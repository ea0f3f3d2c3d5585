package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ECMA-262 regular expression as with the {@code u} flag. Spellings that only the older
 * grammar of Annex B allows are read too where they have one meaning everywhere: an escaped
 * punctuation mark, a brace or bracket that closes or opens nothing.
 */
final class PatternReader {

  private static final int MAX_LENGTH = 20_000;
  private static final int MAX_DEPTH = 100;

  private static final List<String> ASSERTIONS =
      List.of("^", "$", "\\b", "\\B", "(?=", "(?!", "(?<=", "(?<!");

  private final PatternText in;
  private final CharacterReader characters;
  private final boolean keepGroups;
  private final List<String> groups = new ArrayList<>();
  private final Map<Integer, Syntax> closed = new HashMap<>();
  private int depth;

  private PatternReader(String text, boolean keepGroups) {
    this.in = new PatternText(text);
    this.characters = new CharacterReader(in);
    this.keepGroups = keepGroups;
  }

  /** An expression without back references. */
  static Syntax read(String text) throws UnreadablePattern {
    return read(text, false);
  }

  /** An expression that may have back references; groups are kept. */
  static Syntax readWithGroups(String text) throws UnreadablePattern {
    return read(text, true);
  }

  private static Syntax read(String text, boolean keepGroups) throws UnreadablePattern {
    if (text.length() > MAX_LENGTH) {
      throw new UnreadablePattern("longer than " + MAX_LENGTH, true);
    }
    PatternReader reader = new PatternReader(text, keepGroups);
    Syntax syntax = reader.choice();
    if (reader.in.more()) {
      throw reader.in.invalid("nothing to close");
    }
    return syntax;
  }

  private Syntax choice() throws UnreadablePattern {
    if (++depth > MAX_DEPTH) {
      throw new UnreadablePattern("nested too deep", true);
    }
    List<Syntax> alternatives = new ArrayList<>();
    do {
      alternatives.add(sequence());
    } while (in.take("|"));
    depth--;
    return Syntax.choice(alternatives);
  }

  private Syntax sequence() throws UnreadablePattern {
    List<Syntax> parts = new ArrayList<>();
    while (in.more() && !in.looking("|") && !in.looking(")")) {
      boolean repeatable = ASSERTIONS.stream().noneMatch(in::looking);
      parts.add(quantified(part(), repeatable));
    }
    return Syntax.sequence(parts);
  }

  private Syntax part() throws UnreadablePattern {
    int codePoint = in.next();
    return switch (codePoint) {
      case '^' -> new Syntax.Place(Syntax.Place.Kind.START);
      case '$' -> new Syntax.Place(Syntax.Place.Kind.END);
      case '(' -> group();
      case '.' -> new Syntax.Chars(CodePoints.LINE_END.not());
      case '[' -> new Syntax.Chars(characters.classMembers());
      case '\\' -> escape();
      case '*', '+', '?' -> throw in.invalid("nothing to repeat");
      case '{' -> brace();
      default -> new Syntax.Chars(CodePoints.of(codePoint));
    };
  }

  private Syntax brace() throws UnreadablePattern {
    in.goBack(in.position() - 1);
    if (bounds() != null) {
      throw in.invalid("nothing to repeat");
    }
    in.take("{");
    return new Syntax.Chars(CodePoints.of('{'));
  }

  private Syntax group() throws UnreadablePattern {
    Syntax group;
    if (in.take("?:")) {
      group = choice();
    } else if (in.take("?=")) {
      group = new Syntax.Look(choice(), true, true);
    } else if (in.take("?!")) {
      group = new Syntax.Look(choice(), true, false);
    } else if (in.take("?<=")) {
      group = new Syntax.Look(choice(), false, true);
    } else if (in.take("?<!")) {
      group = new Syntax.Look(choice(), false, false);
    } else if (in.take("?<")) {
      group = numbered(name());
    } else if (in.looking("?")) {
      throw in.invalid("unknown group");
    } else {
      group = numbered("");
    }
    if (!in.take(")")) {
      throw in.invalid("group is not closed");
    }
    return group;
  }

  private Syntax numbered(String name) throws UnreadablePattern {
    groups.add(name);
    int number = groups.size();
    Syntax body = choice();
    closed.put(number, body);
    return keepGroups ? new Syntax.Group(number, body) : body;
  }

  private String name() throws UnreadablePattern {
    int start = in.position();
    int first = in.next();
    if (!Character.isUnicodeIdentifierStart(first) && first != '$' && first != '_') {
      throw in.invalid("not a group name");
    }
    for (int codePoint = in.next(); codePoint != '>'; codePoint = in.next()) {
      if (!Character.isUnicodeIdentifierPart(codePoint) && codePoint != '$') {
        throw in.invalid("not a group name");
      }
    }
    return in.from(start, in.position() - 1);
  }

  private Syntax quantified(Syntax part, boolean repeatable) throws UnreadablePattern {
    int[] bounds = bounds();
    if (bounds == null) {
      return part;
    }
    if (!repeatable) {
      throw in.invalid("an assertion cannot be repeated");
    }
    if (bounds[0] > bounds[1]) {
      throw in.invalid("bounds out of order");
    }
    in.take("?");
    if (in.looking("*") || in.looking("+") || in.looking("?")) {
      throw in.invalid("nothing to repeat");
    }
    return Syntax.repeat(part, bounds[0], bounds[1]);
  }

  /** Least and most of a quantifier, which is taken; null if there is none here. */
  private int @Nullable [] bounds() {
    if (in.take("*")) {
      return new int[] {0, Syntax.Repeat.UNBOUNDED};
    }
    if (in.take("+")) {
      return new int[] {1, Syntax.Repeat.UNBOUNDED};
    }
    if (in.take("?")) {
      return new int[] {0, 1};
    }
    int start = in.position();
    if (in.take("{")) {
      int least = in.number();
      int most = least;
      if (in.take(",")) {
        most = in.looking("}") ? Syntax.Repeat.UNBOUNDED : in.number();
      }
      if (least >= 0 && most >= 0 && in.take("}")) {
        return new int[] {least, most};
      }
    }
    in.goBack(start);
    return null;
  }

  private Syntax escape() throws UnreadablePattern {
    if (in.take("b")) {
      return new Syntax.Place(Syntax.Place.Kind.WORD_EDGE);
    }
    if (in.take("B")) {
      return new Syntax.Place(Syntax.Place.Kind.NO_WORD_EDGE);
    }
    if (in.looking("k") || in.lookingAtDigit('1')) {
      return backReference();
    }
    return new Syntax.Chars(characters.escapedSet());
  }

  /** Only to a group that began before it. */
  private Syntax backReference() throws UnreadablePattern {
    int number = in.take("k<") ? groups.indexOf(name()) + 1 : in.number();
    if (number < 1 || number > groups.size()) {
      throw in.invalid("no such group");
    }
    if (!keepGroups) {
      throw new UnreadablePattern("refers back to a group at " + in.position(), true);
    }
    return new Syntax.BackReference(number, language(closed.get(number)));
  }

  /** All that a group may have matched: nothing too, and anything if it looked at its place. */
  private static Syntax language(@Nullable Syntax body) {
    return body == null || body.toString().contains("<")
        ? Syntax.repeat(new Syntax.Chars(CodePoints.ANY), 0, Syntax.Repeat.UNBOUNDED)
        : Syntax.choice(List.of(body, Syntax.sequence(List.of())));
  }
}

package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a pattern into the simplest set that means it. */
final class Patterns {

  private static final Pattern LOOKAROUND = Pattern.compile("\\(\\?<?[=!]");

  private Patterns() {}

  static StringSet set(String pattern) {
    try {
      return search(PatternReader.read(pattern));
    } catch (UnreadablePattern unreadable) {
      return unreadable.isValid() ? referringBack(pattern) : opaque(pattern);
    }
  }

  /** A known expression, which a string has to match from start to end. */
  static Syntax whole(String expression) {
    try {
      return PatternReader.read("^(?:" + expression + ")$");
    } catch (UnreadablePattern invalid) {
      throw new IllegalArgumentException(expression, invalid);
    }
  }

  /** Not regular; if nothing is looked around for, any text in place of a reference is wider. */
  private static StringSet referringBack(String pattern) {
    try {
      Syntax syntax = PatternReader.readWithGroups(pattern);
      Regular superset = LOOKAROUND.matcher(pattern).find() ? null : Regular.of(syntax);
      return StringSet.matching(
          new Opaque(
              "pattern " + pattern, List.of(), List.of(), superset, new Backtracking(syntax)));
    } catch (UnreadablePattern invalid) {
      return opaque(pattern);
    }
  }

  private static StringSet opaque(String pattern) {
    return StringSet.matching(
        new Opaque("pattern " + pattern, List.of(), List.of(), null, string -> Tri.UNKNOWN));
  }

  /** The strings in which an expression is found. */
  static StringSet search(Syntax syntax) {
    if (syntax instanceof Syntax.Choice choice) {
      return alternatives(choice);
    }
    List<Syntax> parts = new ArrayList<>();
    parts.addAll(syntax instanceof Syntax.Sequence all ? all.parts() : List.of(syntax));
    trim(parts, 0);
    trim(parts, -1);
    boolean start = !parts.isEmpty() && isPlace(parts.get(0), Syntax.Place.Kind.START);
    boolean end = !parts.isEmpty() && isPlace(parts.get(parts.size() - 1), Syntax.Place.Kind.END);
    if (parts.size() == (start || end ? 1 : 0)) {
      return StringSet.all();
    }
    List<Syntax> inner = parts.subList(start ? 1 : 0, parts.size() - (end ? 1 : 0));
    if (start && end) {
      List<String> strings = Syntax.sequence(inner).strings().orElse(List.of());
      if (!strings.isEmpty()) {
        return StringSet.of(strings);
      }
    }
    Run run = Run.of(inner);
    if (run != null && run.set().equals(CodePoints.ANY)) {
      return run.lengths(start && end);
    }
    if (run != null && start && end) {
      Syntax any = Syntax.repeat(new Syntax.Chars(run.set()), 0, Syntax.Repeat.UNBOUNDED);
      return run.lengths(true)
          .and(regular(Syntax.sequence(List.of(parts.get(0), any, parts.get(parts.size() - 1)))));
    }
    return regular(Syntax.sequence(parts));
  }

  /** Those that are lists of strings are listed, the others stay together. */
  private static StringSet alternatives(Syntax.Choice choice) {
    StringSet listed = StringSet.none();
    List<Syntax> others = new ArrayList<>();
    for (Syntax alternative : choice.alternatives()) {
      StringSet set = search(alternative);
      if (set.isFinite() || set.equals(StringSet.all())) {
        listed = listed.or(set);
      } else {
        others.add(alternative);
      }
    }
    if (others.size() < 2) {
      return others.isEmpty() ? listed : listed.or(search(others.get(0)));
    }
    return listed.or(regular(Syntax.choice(others)));
  }

  private static boolean isPlace(Syntax syntax, Syntax.Place.Kind kind) {
    return syntax instanceof Syntax.Place place && place.kind() == kind;
  }

  /** Repetition at an open end: what is more than the least is found anyway. */
  private static void trim(List<Syntax> parts, int index) {
    while (!parts.isEmpty()) {
      int at = index < 0 ? parts.size() - 1 : 0;
      if (!(parts.get(at) instanceof Syntax.Repeat repeat)) {
        return;
      }
      if (repeat.least() == repeat.most()) {
        return;
      }
      if (repeat.least() > 0) {
        parts.set(at, Syntax.repeat(repeat.body(), repeat.least(), repeat.least()));
        continue;
      }
      parts.remove(at);
    }
  }

  private static StringSet regular(Syntax syntax) {
    return StringSet.matching(Regular.of(syntax));
  }

  /** Between least and most characters of one set; most may be too large for an int. */
  private record Run(CodePoints set, long least, long most) {

    /** Null if the parts are something else. */
    static @Nullable Run of(List<Syntax> parts) {
      Run run = null;
      for (Syntax part : parts) {
        Run next = of(part);
        if (next == null || (run != null && !run.set.equals(next.set))) {
          return null;
        }
        run = run == null ? next : new Run(run.set, run.least + next.least, run.most + next.most);
      }
      return run == null || run.least > Integer.MAX_VALUE ? null : run;
    }

    private static @Nullable Run of(Syntax part) {
      if (part instanceof Syntax.Chars chars) {
        return new Run(chars.set(), 1, 1);
      }
      return part instanceof Syntax.Repeat repeat && repeat.body() instanceof Syntax.Chars chars
          ? new Run(chars.set(), repeat.least(), repeat.most())
          : null;
    }

    StringSet lengths(boolean bounded) {
      return StringSet.length(
          (int) least, bounded && most < Syntax.Repeat.UNBOUNDED ? (int) most : null);
    }
  }
}

package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A regular expression, parsed; {@code toString} is the same for expressions that differ in
 * spelling.
 */
sealed interface Syntax {

  /** Adds this expression to an automaton, starting at a state; returns the state where it ends. */
  int compile(Nfa.Builder automaton, int from);

  /** Whether it can only match at the start of the string. */
  default boolean atStart() {
    return false;
  }

  /** The same in the language of java.util.regex. */
  String java();

  /** The strings that it matches, if they are few and it looks at nothing around them. */
  default Optional<List<String>> strings() {
    return Optional.empty();
  }

  int MAX_STRINGS = 200;
  int MAX_STRING_LENGTH = 500;

  static Syntax sequence(List<Syntax> parts) {
    List<Syntax> flat = new ArrayList<>();
    for (Syntax part : parts) {
      flat.addAll(part instanceof Sequence inner ? inner.parts() : List.of(part));
    }
    return flat.size() == 1 ? flat.get(0) : new Sequence(List.copyOf(flat));
  }

  static Syntax choice(List<Syntax> alternatives) {
    List<Syntax> distinct = alternatives.stream().distinct().toList();
    return distinct.size() == 1 ? distinct.get(0) : new Choice(distinct);
  }

  /**
   * So many times the body.
   *
   * @param most {@link Repeat#UNBOUNDED} for no bound
   */
  static Syntax repeat(Syntax body, int least, int most) {
    Syntax nothing = new Sequence(List.of());
    if (most == 0 || body.equals(nothing)) {
      return nothing;
    }
    return least == 1 && most == 1 ? body : new Repeat(body, least, most);
  }

  /** One code point of a set. */
  record Chars(CodePoints set) implements Syntax {
    @Override
    public int compile(Nfa.Builder automaton, int from) {
      return automaton.read(from, set);
    }

    @Override
    public Optional<List<String>> strings() {
      int single = set.single();
      return single < 0 ? Optional.empty() : Optional.of(List.of(Character.toString(single)));
    }

    @Override
    public String java() {
      return set.java();
    }

    @Override
    public String toString() {
      return set.toString();
    }
  }

  /** One after the other; nothing at all if there are no parts. */
  record Sequence(List<Syntax> parts) implements Syntax {
    @Override
    public int compile(Nfa.Builder automaton, int from) {
      int state = from;
      for (Syntax part : parts) {
        state = part.compile(automaton, state);
      }
      return state;
    }

    @Override
    public boolean atStart() {
      return !parts.isEmpty() && parts.get(0).atStart();
    }

    @Override
    public Optional<List<String>> strings() {
      List<String> all = List.of("");
      for (Syntax part : parts) {
        List<String> next = part.strings().orElse(List.of());
        if (next.isEmpty()
            || next.size() * all.size() > MAX_STRINGS
            || all.get(0).length() > MAX_STRING_LENGTH) {
          return Optional.empty();
        }
        List<String> heads = all;
        all = heads.stream().flatMap(head -> next.stream().map(head::concat)).distinct().toList();
      }
      return Optional.of(all);
    }

    @Override
    public String java() {
      return parts.stream().map(Syntax::java).collect(Collectors.joining("", "(?:", ")"));
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("(");
      parts.forEach(text::append);
      return text.append(')').toString();
    }
  }

  /** One of several. */
  record Choice(List<Syntax> alternatives) implements Syntax {
    @Override
    public int compile(Nfa.Builder automaton, int from) {
      int end = automaton.state();
      for (Syntax alternative : alternatives) {
        int start = automaton.state();
        automaton.skip(from, start);
        automaton.skip(alternative.compile(automaton, start), end);
      }
      return end;
    }

    @Override
    public boolean atStart() {
      return alternatives.stream().allMatch(Syntax::atStart);
    }

    @Override
    public Optional<List<String>> strings() {
      List<String> all = new ArrayList<>();
      for (Syntax alternative : alternatives) {
        List<String> some = alternative.strings().orElse(List.of());
        if (some.isEmpty() || some.size() + all.size() > MAX_STRINGS) {
          return Optional.empty();
        }
        all.addAll(some);
      }
      return Optional.of(all.stream().distinct().toList());
    }

    @Override
    public String java() {
      return alternatives.stream().map(Syntax::java).collect(Collectors.joining("|", "(?:", ")"));
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("(");
      for (Syntax alternative : alternatives) {
        text.append(text.length() == 1 ? "" : "|").append(alternative);
      }
      return text.append(')').toString();
    }
  }

  /**
   * Several times.
   *
   * @param most {@link #UNBOUNDED} for no bound
   */
  record Repeat(Syntax body, int least, int most) implements Syntax {

    static final int UNBOUNDED = Integer.MAX_VALUE;

    @Override
    public int compile(Nfa.Builder automaton, int from) {
      int state = from;
      for (int i = 0; i < least; i++) {
        state = body.compile(automaton, state);
      }
      if (most == UNBOUNDED) {
        int loop = automaton.state();
        automaton.skip(state, loop);
        automaton.skip(body.compile(automaton, loop), loop);
        return loop;
      }
      int end = automaton.state();
      automaton.skip(state, end);
      for (int i = least; i < most; i++) {
        state = body.compile(automaton, state);
        automaton.skip(state, end);
      }
      return end;
    }

    @Override
    public boolean atStart() {
      return least > 0 && body.atStart();
    }

    @Override
    public Optional<List<String>> strings() {
      if (most > MAX_STRINGS) {
        return Optional.empty();
      }
      List<String> all = new ArrayList<>();
      for (int times = least; times <= most; times++) {
        List<Syntax> parts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
          parts.add(body);
        }
        List<String> some = new Sequence(parts).strings().orElse(List.of());
        if (some.isEmpty() || some.size() + all.size() > MAX_STRINGS) {
          return Optional.empty();
        }
        all.addAll(some);
      }
      return Optional.of(all.stream().distinct().toList());
    }

    @Override
    public String java() {
      return "(?:" + body.java() + "){" + least + (most == UNBOUNDED ? ",}" : "," + most + "}");
    }

    @Override
    public String toString() {
      return body + "{" + least + (most == UNBOUNDED ? ",}" : "," + most + "}");
    }
  }

  /** A group that is referred to. */
  record Group(int number, Syntax body) implements Syntax {
    @Override
    public int compile(Nfa.Builder automaton, int from) {
      return body.compile(automaton, from);
    }

    @Override
    public String java() {
      return "(" + body.java() + ")";
    }
  }

  /**
   * What a group matched.
   *
   * @param language what it may be at most: as an automaton, that is what is matched here
   */
  record BackReference(int number, Syntax language) implements Syntax {
    @Override
    public int compile(Nfa.Builder automaton, int from) {
      return language.compile(automaton, from);
    }

    @Override
    public String java() {
      return "(?:\\" + number + ")";
    }

    @Override
    public String toString() {
      return "<" + number + ">";
    }
  }

  /** Matches no character, only a place. */
  record Place(Kind kind) implements Syntax {
    enum Kind {
      START,
      END,
      WORD_EDGE,
      NO_WORD_EDGE
    }

    @Override
    public int compile(Nfa.Builder automaton, int from) {
      return automaton.require(from, kind);
    }

    @Override
    public boolean atStart() {
      return kind == Kind.START;
    }

    @Override
    public String java() {
      return switch (kind) {
        case START -> "\\A";
        case END -> "\\z";
        case WORD_EDGE -> "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
        case NO_WORD_EDGE -> "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";
      };
    }

    @Override
    public String toString() {
      return "<" + kind + ">";
    }
  }

  /** Matches no character, but what comes next (or came before). */
  record Look(Syntax body, boolean ahead, boolean holds) implements Syntax {
    @Override
    public int compile(Nfa.Builder automaton, int from) {
      return automaton.look(from, this);
    }

    @Override
    public String java() {
      return "(?" + (ahead ? "" : "<") + (holds ? "=" : "!") + body.java() + ")";
    }

    @Override
    public String toString() {
      return "<" + (ahead ? "" : "<") + (holds ? "=" : "!") + body + ">";
    }
  }
}

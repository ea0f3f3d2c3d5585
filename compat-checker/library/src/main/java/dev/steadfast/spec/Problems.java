package dev.steadfast.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Collects the faults of one document while it is read. Of very many, the rest is only counted: a
 * document with a million faults costs no more than one without.
 */
final class Problems {

  private static final int KEPT = 4; // times what is shown, so that sorting has a choice

  private static final int LONGEST = 2_000;

  private final int most;
  private final Faults problems = new Faults("problems");
  private final Faults notes = new Faults("notes");

  Problems(int most) {
    this.most = most;
  }

  void problem(Location at, String message) {
    problems.add(new Problem(at, message));
  }

  void problem(Node at, String message) {
    if (problems.isWanted()) {
      problem(Location.of(at), message);
    }
  }

  void note(Location at, String message) {
    notes.add(new Problem(at, message));
  }

  void note(Node at, String message) {
    if (notes.isWanted()) {
      note(Location.of(at), message);
    }
  }

  /** About a key. */
  void note(ObjectNode object, String key, String message) {
    if (notes.isWanted()) {
      note(Location.ofKey(object, key), message);
    }
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  void addAll(Problems others) {
    problems.addAll(others.problems);
    notes.addAll(others.notes);
  }

  boolean none() {
    return problems.all.isEmpty();
  }

  /** Whether it is worth finding words for another note. */
  boolean wantsNotes() {
    return notes.all.size() < KEPT * most;
  }

  List<Problem> problems() {
    return problems.listed();
  }

  List<Problem> notes() {
    return notes.listed();
  }

  /* Names may be as long as the file. */
  private static Problem brief(Problem problem) {
    Location at = problem.at();
    return new Problem(
        new Location(at.file(), brief(at.pointer()), at.line(), at.column()),
        brief(problem.message()));
  }

  private static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private final class Faults {

    private final String title;
    private final List<Problem> all = new ArrayList<>();
    private int more;

    Faults(String title) {
      this.title = title;
    }

    /* Counts what is not wanted. */
    boolean isWanted() {
      boolean wanted = all.size() < KEPT * most;
      more += wanted ? 0 : 1;
      return wanted;
    }

    void add(Problem problem) {
      if (isWanted()) {
        all.add(brief(problem));
      }
    }

    void addAll(Faults others) {
      others.all.forEach(this::add);
      more += others.more;
    }

    List<Problem> listed() {
      List<Problem> sorted = new ArrayList<>(new TreeSet<>(all));
      int rest = more + Math.max(0, sorted.size() - most);
      if (rest > 0) {
        sorted = new ArrayList<>(sorted.subList(0, Math.min(most, sorted.size())));
        Location last = sorted.get(sorted.size() - 1).at();
        sorted.add(new Problem(last, "and " + rest + " more " + title));
      }
      return sorted;
    }
  }
}

package dev.steadfast.spec;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one document while it is read. */
final class Problems {

  private final int most;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();

  Problems(int most) {
    this.most = most;
  }

  void problem(Location at, String message) {
    problems.add(new Problem(at, message));
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  void note(Location at, String message) {
    notes.add(new Problem(at, message));
  }

  void addAll(Problems others) {
    problems.addAll(others.problems);
    notes.addAll(others.notes);
  }

  boolean none() {
    return problems.isEmpty();
  }

  List<Problem> problems() {
    return listed(problems, "problems");
  }

  List<Problem> notes() {
    return listed(notes, "notes");
  }

  private List<Problem> listed(List<Problem> all, String what) {
    List<Problem> sorted = new ArrayList<>(all.stream().sorted().distinct().toList());
    if (sorted.size() > most) {
      int more = sorted.size() - most;
      sorted = new ArrayList<>(sorted.subList(0, most));
      Location last = sorted.get(most - 1).at();
      sorted.add(new Problem(last, "and " + more + " more " + what));
    }
    return sorted;
  }
}

package dev.steadfast.proof;

import dev.steadfast.proof.load.Journal;
import java.util.ArrayList;
import java.util.List;

/** What happened when, while a load was running. */
public final class Phases {

  private record Phase(String name, long from) {}

  private final List<Phase> phases = new ArrayList<>();

  /** The phase of this name begins now, and the one before ends. */
  public void begin(String name) {
    phases.add(new Phase(name, System.nanoTime()));
  }

  /** Requests that were to start in the phase of this name. */
  public Journal of(String name, Journal journal) {
    for (int i = 0; i < phases.size(); i++) {
      if (phases.get(i).name().equals(name)) {
        return part(i, journal);
      }
    }
    throw new IllegalArgumentException("no phase is called " + name);
  }

  /** One row a phase, with titles. */
  public List<List<String>> table(Journal journal) {
    List<List<String>> rows = Traffic.titles();
    for (int i = 0; i < phases.size(); i++) {
      rows.add(Traffic.row(phases.get(i).name(), part(i, journal)));
    }
    return rows;
  }

  private Journal part(int index, Journal journal) {
    long until = index + 1 < phases.size() ? phases.get(index + 1).from() : System.nanoTime();
    return journal.between(phases.get(index).from(), until);
  }
}

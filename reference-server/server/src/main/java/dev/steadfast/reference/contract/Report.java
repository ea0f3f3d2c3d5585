package dev.steadfast.reference.contract;

import dev.steadfast.starter.problem.Fault;
import java.util.ArrayList;
import java.util.List;

/** The faults that were found in one request, up to the most that an answer lists. */
final class Report {
  private static final int MOST = 100;
  private static final int LONGEST = 500;
  private static final int LONGEST_POINTER = 1000;

  private final List<Fault> faults = new ArrayList<>();

  void body(String pointer, String detail) {
    if (pointer.length() <= LONGEST_POINTER) {
      add(Fault.at("#" + pointer, shorten(detail)));
    } else {
      add(new Fault(shorten(detail), null, null));
    }
  }

  void parameter(String name, String detail) {
    add(Fault.of(name, shorten(detail)));
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  boolean isFull() {
    return faults.size() >= MOST;
  }

  private void add(Fault fault) {
    if (!isFull()) {
      faults.add(fault);
    }
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}

package dev.steadfast.compat;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what someone may have meant. */
public final class Nearest {

  private static final int LONGEST = 100;

  private Nearest() {}

  /** Those of {@code names} that take the fewest edits, at most a third of the name's length. */
  public static List<String> to(String name, Collection<String> names, int most) {
    if (name.length() > LONGEST) {
      return List.of();
    }
    return names.stream()
        .filter(other -> distance(name, other) <= Math.max(2, name.length() / 3))
        .sorted(
            Comparator.comparingInt((String other) -> distance(name, other))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  /* Levenshtein's, with one row. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}

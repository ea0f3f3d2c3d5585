package dev.steadfast.spec;

import java.util.Collection;
import java.util.Locale;

/** Finds what an author meant to write. */
final class Spelling {

  private static final int MOST_CANDIDATES = 2_000;
  private static final int LONGEST = 80;

  private Spelling() {}

  /** {@code "; did you mean 'name'"} for the nearest of the known names, or nothing. */
  static String hint(String written, Collection<String> known) {
    String best = "";
    int least = Math.max(1, Math.min(3, written.length() / 3)) + 1;
    int looked = 0;
    for (String name : known) {
      if (++looked > MOST_CANDIDATES || written.length() > LONGEST) {
        break;
      }
      int distance = Math.abs(name.length() - written.length());
      if (distance < least && !name.equals(written)) {
        distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        if (distance < least || (distance == least && name.compareTo(best) < 0)) {
          best = name;
          least = distance;
        }
      }
    }
    return best.isEmpty() ? "" : "; did you mean '" + best + "'";
  }

  /* Levenshtein's, one row at a time. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

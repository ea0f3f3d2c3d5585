package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The strings of which some things hold and some do not. */
final class Conjunction {

  private static final long MAX_STEPS = 5_000_000;
  private static final int MAX_REPEATED = 2_000;
  private static final int MAX_USUAL = 4;
  private static final int MAX_CANDIDATES = 200;
  private static final int MAX_SAMPLED_NODES = 500;

  private final Collection<String> excluded;
  private final List<Regular> wanted = new ArrayList<>();
  private final List<Regular> refused = new ArrayList<>();
  private final List<Decision.Literal<StringAtom>> others = new ArrayList<>();
  private final List<String> known = new ArrayList<>();
  private int least;
  private int most = Integer.MAX_VALUE;

  Conjunction(List<Decision.Literal<StringAtom>> literals, Collection<String> excluded) {
    this.excluded = excluded;
    for (Decision.Literal<StringAtom> literal : literals) {
      known.addAll(literal.holds() ? literal.atom().examples() : literal.atom().counterexamples());
      if (literal.atom() instanceof MinimumLength minimum) {
        least = literal.holds() ? Math.max(least, minimum.length()) : least;
        most = literal.holds() ? most : Math.min(most, minimum.length() - 1);
      } else if (literal.atom() instanceof Regular regular) {
        (literal.holds() ? wanted : refused).add(regular);
      } else {
        others.add(literal);
        addSuperset(literal);
      }
    }
  }

  private void addSuperset(Decision.Literal<StringAtom> literal) {
    if (literal.holds() && literal.atom() instanceof Opaque opaque && opaque.superset() != null) {
      wanted.add(opaque.superset());
    }
  }

  /** Whether the bounds on length leave a length. */
  static boolean hasLength(List<Decision.Literal<StringAtom>> literals) {
    Conjunction conjunction = new Conjunction(literals, List.of());
    return conjunction.least <= conjunction.most;
  }

  Emptiness emptiness() {
    if (least > most) {
      return Emptiness.EMPTY;
    }
    if (isPlain()
        && others.isEmpty()
        && most > 0
        && excluded.size() < Character.MAX_CODE_POINT / 2) {
      return Emptiness.INHABITED;
    }
    try {
      Work work = new Work(MAX_STEPS);
      Product product = product(List.of(), work);
      if (shortest(product, work) < 0) {
        return Emptiness.EMPTY;
      }
    } catch (WorkExceeded tooMuch) {
      return Emptiness.UNKNOWN;
    }
    return others.isEmpty() || !examples().isEmpty() || !walked(List.of(), 1).isEmpty()
        ? Emptiness.INHABITED
        : Emptiness.UNKNOWN;
  }

  /** Whether only the length matters, and single strings do. */
  private boolean isPlain() {
    return wanted.isEmpty() && refused.isEmpty();
  }

  private Product product(List<Regular> usual, Work work) {
    List<Machine> accepting = machines(wanted, work);
    accepting.addAll(machines(usual, work));
    List<Machine> refusing = machines(refused, work);
    if (!excluded.isEmpty()) {
      refusing.add(new ListMachine(excluded));
    }
    return new Product(accepting, refusing, work);
  }

  private static List<Machine> machines(List<Regular> patterns, Work work) {
    List<Machine> machines = new ArrayList<>();
    patterns.forEach(pattern -> machines.add(pattern.machine(work)));
    return machines;
  }

  /** The length of a shortest string of which all hold that is regular; -1 if there is none. */
  private int shortest(Product product, Work work) {
    int node = product.explore(least, most);
    if (node >= 0 || least == 0) {
      return node < 0 ? node : product.depth(node);
    }
    List<Integer> lengths = new Walks(product, work).lengths(least, most, 1);
    return lengths.isEmpty() ? -1 : lengths.get(0);
  }

  /** Members that are known by name, best first. */
  List<String> examples() {
    return known.stream().distinct().filter(this::contains).toList();
  }

  /** Members that a search finds: a few as a person would write them, then the shortest. */
  List<String> found(int max) {
    List<Regular> usual =
        wanted.stream().flatMap(each -> Stream.ofNullable(each.typical())).toList();
    List<String> found = new ArrayList<>();
    if (!usual.isEmpty()) {
      found.addAll(walked(usual, MAX_USUAL));
    }
    if (found.size() < max) {
      found.addAll(walked(List.of(), max));
    }
    return found;
  }

  private List<String> walked(List<Regular> usual, int max) {
    if (least > most) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>();
    int enough = others.isEmpty() ? max : Math.max(max, MAX_CANDIDATES);
    if (isPlain()) {
      repeat(enough, found);
    }
    if (found.size() < enough) {
      walk(usual, enough, found);
    }
    return found.stream()
        .filter(this::contains)
        .sorted(Comparator.comparingInt(StringSet::complexity))
        .limit(max)
        .toList();
  }

  /** The simplest strings if only the length matters. */
  private void repeat(int enough, Set<String> found) {
    int wantedHere = besideEmpty(least, enough);
    int longest =
        (int) Math.min(most, Math.min(MAX_REPEATED, (long) least + excluded.size() + wantedHere));
    for (int length = least; length <= longest && found.size() < wantedHere; length++) {
      for (String character : List.of("a", "0", "x")) {
        String string = character.repeat(length);
        if (!excluded.contains(string)) {
          found.add(string);
        }
      }
    }
  }

  /* No text at all is not the simplest string: another is wanted beside it. */
  private static int besideEmpty(int shortest, int enough) {
    return shortest == 0 ? Math.max(enough, 2) : enough;
  }

  private boolean contains(String string) {
    int length = string.codePointCount(0, string.length());
    return length >= least
        && length <= most
        && !excluded.contains(string)
        && wanted.stream().allMatch(regular -> regular.contains(string) == Tri.YES)
        && refused.stream().allMatch(regular -> regular.contains(string) == Tri.NO)
        && others.stream()
            .allMatch(other -> other.atom().contains(string) == Tri.of(other.holds()));
  }

  private void walk(List<Regular> usual, int max, Set<String> found) {
    try {
      Work work = new Work(MAX_STEPS);
      Product product = product(usual, work);
      int shortest = shortest(product, work);
      if (shortest < 0) {
        return;
      }
      Walks walks = new Walks(product, work);
      found.addAll(walks.strings(shortest));
      int node = product.explore(least, most);
      if (found.isEmpty() && node >= 0) {
        found.add(product.string(node));
      }
      int wantedHere = besideEmpty(shortest, max);
      if (found.size() < wantedHere) {
        Work more = new Work(MAX_STEPS);
        product.exploreMore(MAX_SAMPLED_NODES);
        walks = new Walks(product, more);
        for (int length : walks.lengths(least, most, wantedHere)) {
          if (found.size() >= wantedHere) {
            break;
          }
          if (length != shortest) {
            found.addAll(walks.strings(length));
          }
        }
      }
    } catch (WorkExceeded tooMuch) {
      return;
    }
  }
}

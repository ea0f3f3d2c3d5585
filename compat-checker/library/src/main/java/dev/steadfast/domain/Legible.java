package dev.steadfast.domain;

import java.util.ArrayList;
import java.util.List;

/** The characters that a person would write first. */
final class Legible {

  private static final int[] FAVOURITES =
      "a0xAb1BcCTZdefghijklmnopqrstuvwyzDEFGHIJKLMNOPQRSUVWXY23456789-_. @/:,+=#~!$%&*()?'|;<>[]{}^`\\\"éßΩЖ中日😀\n"
          .codePoints()
          .toArray();

  private static final int MAX_PIECES = 200;
  private static final int MAX_LOOKED_AT = 100;

  private Legible() {}

  /** A character and its place in the order of reading. */
  record Choice(int codePoint, int rank) {}

  /** Up to three characters of a symbol, best first; none if it has only surrogates. */
  static List<Choice> of(Partition partition, int symbol) {
    List<Choice> choices = new ArrayList<>();
    for (int rank = 0; rank < FAVOURITES.length && choices.size() < 3; rank++) {
      if (partition.symbol(FAVOURITES[rank]) == symbol) {
        choices.add(new Choice(FAVOURITES[rank], rank));
      }
    }
    return choices.isEmpty() ? rare(partition.pieces(symbol)) : choices;
  }

  private static List<Choice> rare(List<int[]> pieces) {
    Choice best = null;
    for (int[] piece : pieces.subList(0, Math.min(pieces.size(), MAX_PIECES))) {
      for (int codePoint = piece[0];
          codePoint <= piece[1] && codePoint < piece[0] + MAX_LOOKED_AT;
          codePoint++) {
        Choice choice = new Choice(codePoint, FAVOURITES.length + strangeness(codePoint));
        if (!isSurrogate(codePoint) && (best == null || choice.rank() < best.rank())) {
          best = choice;
        }
      }
    }
    return best == null ? lateOnes(pieces) : List.of(best);
  }

  /** For pieces that begin among the surrogates. */
  private static List<Choice> lateOnes(List<int[]> pieces) {
    for (int[] piece : pieces) {
      if (!isSurrogate(piece[1])) {
        return List.of(new Choice(piece[1], FAVOURITES.length + strangeness(piece[1])));
      }
    }
    return List.of();
  }

  private static boolean isSurrogate(int codePoint) {
    return CodePoints.SURROGATE.contains(codePoint);
  }

  private static int strangeness(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR -> 4;
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> 5;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.SPACE_SEPARATOR -> 3;
      default -> Character.isLetterOrDigit(codePoint) ? 0 : 1;
    };
  }
}

package dev.steadfast.schema;

/** How many steps one question may still take: what is left undecided then is unknown. */
final class Budget {

  private static final int STEPS = 2_000;

  private int left = STEPS;

  boolean spent() {
    return left-- <= 0;
  }

  static Answer exceeded() {
    return new Answer.Unknown("too many alternatives");
  }
}

package dev.steadfast.spec;

/**
 * What a hostile document may cost. Past any of these the document is a problem.
 *
 * @param bytes of one file
 * @param depth of nested objects and arrays, after aliases are followed
 * @param nodes values in all files together
 * @param aliasNodes values that YAML aliases of one file stand for, beyond those written
 * @param digits of one number as written
 * @param exponent of one number, decimal, either sign
 * @param files that references may lead to
 * @param problems listed for one document; the rest is counted
 */
public record Limits(
    int bytes,
    int depth,
    int nodes,
    int aliasNodes,
    int digits,
    int exponent,
    int files,
    int problems) {

  /** Far above every published API description, far below what would hurt. */
  public static final Limits DEFAULT =
      new Limits(64 << 20, 500, 4_000_000, 1_000_000, 1_000, 10_000, 20_000, 1_000);
}

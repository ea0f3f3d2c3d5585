package dev.steadfast.reference.page;

/**
 * The order of a list. Every order ends with the id, so that no two items have the same place.
 *
 * <p>All keys of one order go in one direction, because a B-tree can start in the middle of a list
 * only then. The largest amount first, equal ones in the order of creation, is therefore the
 * smallest negative amount first.
 */
public enum Order {
  CREATED_AT("created_at, id", Direction.UP),
  CREATED_AT_DESCENDING("created_at, id", Direction.DOWN),
  AMOUNT("amount_minor, created_at, id", Direction.UP),
  AMOUNT_DESCENDING("(-amount_minor), created_at, id", Direction.UP);

  private enum Direction {
    UP,
    DOWN
  }

  private final String keys;
  private final Direction direction;

  Order(String keys, Direction direction) {
    this.keys = keys;
    this.direction = direction;
  }

  /** Whether the amount is the first key. */
  boolean isByAmount() {
    return this == AMOUNT || this == AMOUNT_DESCENDING;
  }

  /** The keys, most significant first. */
  String keys() {
    return keys;
  }

  /** What compares the keys of an item with those of a place before it. */
  String after() {
    return direction == Direction.UP ? ">" : "<";
  }

  /** The keys as an ORDER BY clause has them. */
  String clause() {
    return direction == Direction.UP ? keys : "created_at DESC, id DESC";
  }
}

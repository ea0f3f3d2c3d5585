package dev.steadfast.spec;

import org.jspecify.annotations.Nullable;

/**
 * A reference that a document makes.
 *
 * @param at the object that holds it
 * @param text the reference as written
 * @param name of the member that {@code at} is, for messages
 * @param wanted what must stand in its place
 * @param slot where the reference stands, when the specification knows no reference there: its
 *     target takes its place; null where it does
 * @param hops how many such references led here
 */
record Reference(
    ObjectNode at, StringNode text, String name, Field wanted, @Nullable Slot slot, int hops) {

  /**
   * A member of an object or an item of an array.
   *
   * @param holder an object or array
   */
  record Slot(Node holder, int position) {

    void put(Node value) {
      if (holder instanceof ObjectNode object) {
        object.replace(position, value);
      } else if (holder instanceof ArrayNode array) {
        array.replace(position, value);
      }
    }
  }
}

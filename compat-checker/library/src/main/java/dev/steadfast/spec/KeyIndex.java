package dev.steadfast.spec;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a key among many: an open-addressed table of positions, plus one; zero is free.
 *
 * <p>Large tables hash with a seed that a document's author cannot know, so that no choice of keys
 * makes look-ups slow.
 */
final class KeyIndex {

  /** Up to this many keys are found faster by looking at each. */
  static final int SMALL = 8;

  private static final int SEEDED = 64;
  private static final int SEED = ThreadLocalRandom.current().nextInt() | 1;

  private KeyIndex() {}

  /** An empty table with room for {@code count} keys. */
  static int[] table(int count) {
    return new int[Integer.highestOneBit(count) * 4];
  }

  /** A table of distinct keys. */
  static int[] of(String[] keys) {
    int[] slots = table(keys.length);
    for (int i = 0; i < keys.length; i++) {
      add(slots, keys, i, keys.length);
    }
    return slots;
  }

  /** Enters a position, unless an equal key is there: then its position; else -1. */
  static int add(int[] slots, String[] keys, int position, int count) {
    int mask = slots.length - 1;
    String key = keys[position];
    int slot = hash(key, count) & mask;
    while (slots[slot] != 0) {
      if (keys[slots[slot] - 1].equals(key)) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = position + 1;
    return -1;
  }

  /** The position of a key; -1 when absent. */
  static int find(int[] slots, String[] keys, String key) {
    int mask = slots.length - 1;
    for (int slot = hash(key, keys.length) & mask; slots[slot] != 0; slot = slot + 1 & mask) {
      if (keys[slots[slot] - 1].equals(key)) {
        return slots[slot] - 1;
      }
    }
    return -1;
  }

  private static int hash(String key, int count) {
    int hash = count <= SEEDED ? key.hashCode() : seeded(key);
    return hash ^ hash >>> 16;
  }

  private static int seeded(String key) {
    int hash = SEED;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    return hash;
  }
}

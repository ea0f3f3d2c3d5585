package dev.steadfast.reference.page;

import java.util.List;

/**
 * A part of a list as v1 counts it.
 *
 * @param items in the order of the list
 * @param total how many items match, on all pages; of the same moment as the items
 */
public record OffsetPage<T>(List<T> items, long total) {
  public OffsetPage {
    items = List.copyOf(items);
  }
}

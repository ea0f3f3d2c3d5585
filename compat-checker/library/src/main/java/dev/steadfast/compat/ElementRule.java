package dev.steadfast.compat;

import dev.steadfast.diff.Change;
import dev.steadfast.diff.Element;
import dev.steadfast.diff.Place;
import java.util.List;

/** Sees one element of a contract at a time and overrides what it is about. */
interface ElementRule<T extends Element> {

  Class<T> kind();

  default List<Hit> added(T after, Place place) {
    return List.of();
  }

  default List<Hit> removed(T before, Place place) {
    return List.of();
  }

  default List<Hit> kept(T before, T after, Place place) {
    return List.of();
  }

  default List<Hit> see(Change<T> change, Place place) {
    return change.match(
        added -> added(added, place),
        removed -> removed(removed, place),
        (before, after) -> kept(before, after, place));
  }
}

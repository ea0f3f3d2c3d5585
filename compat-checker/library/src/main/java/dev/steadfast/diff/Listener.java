package dev.steadfast.diff;

/** Hears of every element of two contracts, paired. */
public interface Listener {

  /** Called once for each element and each operation that it belongs to. */
  <T extends Element> void changed(Class<T> kind, Change<T> change, Place place);
}

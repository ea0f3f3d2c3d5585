package dev.steadfast.diff;

/** Hears of every element of two contracts, paired. */
public interface Listener {

  /** Called once for each element and each operation that it belongs to. */
  <T extends Element> void changed(Class<T> kind, Change<T> change, Place place);

  /**
   * Called once for each place where both documents have a schema, or may have one.
   *
   * @param before the parameter, header or media type that carries the schema
   */
  void schemas(Site site, Place place, Element before, Element after);
}

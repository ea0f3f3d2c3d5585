package dev.steadfast.starter.lifecycle;

/** Where a version stands in its life; later states come later. */
public enum State {
  /** May change without notice. */
  PREVIEW,
  /** Supported. */
  CURRENT,
  /** Its end is announced; supported until its sunset. */
  DEPRECATED,
  /** Every request is answered with 410, whatever the clock says. */
  RETIRED
}

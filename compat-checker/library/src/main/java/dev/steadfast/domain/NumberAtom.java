package dev.steadfast.domain;

import java.math.BigDecimal;

/** A yes-or-no question about a number that intervals cannot answer. */
interface NumberAtom extends Comparable<NumberAtom> {
  boolean holds(BigDecimal number);
}

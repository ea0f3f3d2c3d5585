/** Sets of numbers and of strings, closed under and, or, not: the leaves of schema inclusion. */
@NullMarked
package dev.steadfast.domain;

import org.jspecify.annotations.NullMarked;

/** The reference implementation of the Payment API. */
@NullMarked
package dev.steadfast.reference;

import org.jspecify.annotations.NullMarked;

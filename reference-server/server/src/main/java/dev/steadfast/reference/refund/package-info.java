/** Refunds: give captured money back, in one or several parts. */
@NullMarked
package dev.steadfast.reference.refund;

import org.jspecify.annotations.NullMarked;

/** The movements of money on a merchant's balance. */
@NullMarked
package dev.steadfast.reference.transaction;

import org.jspecify.annotations.NullMarked;

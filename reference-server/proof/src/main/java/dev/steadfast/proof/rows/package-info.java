/** Lists of more than a million rows. */
@NullMarked
package dev.steadfast.proof.rows;

import org.jspecify.annotations.NullMarked;

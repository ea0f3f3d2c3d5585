/** Whether the process lives and can take a payment. */
@NullMarked
package dev.steadfast.reference.health;

import org.jspecify.annotations.NullMarked;

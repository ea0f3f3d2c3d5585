/** Tests. */
@NullMarked
package dev.steadfast.reference.health;

import org.jspecify.annotations.NullMarked;

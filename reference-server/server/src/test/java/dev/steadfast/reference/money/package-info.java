/** Tests. */
@NullMarked
package dev.steadfast.reference.money;

import org.jspecify.annotations.NullMarked;

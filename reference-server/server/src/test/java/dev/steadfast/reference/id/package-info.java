/** Tests. */
@NullMarked
package dev.steadfast.reference.id;

import org.jspecify.annotations.NullMarked;

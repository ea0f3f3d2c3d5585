/** Tests. */
@NullMarked
package dev.steadfast.reference.contract;

import org.jspecify.annotations.NullMarked;

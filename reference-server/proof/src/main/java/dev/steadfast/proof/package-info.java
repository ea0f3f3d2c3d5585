/** Programs that show, on real processes, what the reference server promises. */
@NullMarked
package dev.steadfast.proof;

import org.jspecify.annotations.NullMarked;

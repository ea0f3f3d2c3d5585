/** What can go wrong, in the words of each API version. */
@NullMarked
package dev.steadfast.reference.problem;

import org.jspecify.annotations.NullMarked;

/** The exercises in their quick form. */
@NullMarked
package dev.steadfast.edge.exercise;

import org.jspecify.annotations.NullMarked;

/** Failures that matter, rehearsed on real processes behind the shipped configuration. */
@NullMarked
package dev.steadfast.edge.exercise;

import org.jspecify.annotations.NullMarked;

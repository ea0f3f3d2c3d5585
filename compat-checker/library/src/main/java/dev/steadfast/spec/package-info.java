/** Reading documents: a JSON tree with positions, references, and every problem with its place. */
@NullMarked
package dev.steadfast.spec;

import org.jspecify.annotations.NullMarked;

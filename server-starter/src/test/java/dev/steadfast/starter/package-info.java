/** Tests of what all features have in common. */
@NullMarked
package dev.steadfast.starter;

import org.jspecify.annotations.NullMarked;

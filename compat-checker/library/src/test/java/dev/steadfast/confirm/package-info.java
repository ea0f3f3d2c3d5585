/** The independent validator, value by value. */
@NullMarked
package dev.steadfast.confirm;

import org.jspecify.annotations.NullMarked;

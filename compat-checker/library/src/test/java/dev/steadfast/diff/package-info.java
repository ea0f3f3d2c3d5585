@NullMarked
package dev.steadfast.diff;

import org.jspecify.annotations.NullMarked;

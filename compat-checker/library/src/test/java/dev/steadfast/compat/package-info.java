@NullMarked
package dev.steadfast.compat;

import org.jspecify.annotations.NullMarked;

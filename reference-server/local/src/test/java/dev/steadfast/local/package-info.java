@NullMarked
package dev.steadfast.local;

import org.jspecify.annotations.NullMarked;

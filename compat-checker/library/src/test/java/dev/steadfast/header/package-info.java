@NullMarked
package dev.steadfast.header;

import org.jspecify.annotations.NullMarked;

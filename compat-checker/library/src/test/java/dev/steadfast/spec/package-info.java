@NullMarked
package dev.steadfast.spec;

import org.jspecify.annotations.NullMarked;

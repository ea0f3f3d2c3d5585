@NullMarked
package dev.steadfast.proof;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.steadfast.lifecycle;

import org.jspecify.annotations.NullMarked;

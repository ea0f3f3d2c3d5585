@NullMarked
package dev.steadfast.reference.transaction;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.steadfast.reference.refund;

import org.jspecify.annotations.NullMarked;

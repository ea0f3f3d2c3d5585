@NullMarked
package dev.steadfast.reference.payment;

import org.jspecify.annotations.NullMarked;

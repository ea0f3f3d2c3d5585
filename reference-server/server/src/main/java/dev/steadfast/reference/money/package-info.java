/** Currencies in circulation and amounts in them. */
@NullMarked
package dev.steadfast.reference.money;

import org.jspecify.annotations.NullMarked;

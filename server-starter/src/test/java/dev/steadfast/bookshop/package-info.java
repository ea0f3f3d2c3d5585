/** A small application that shares no code with the reference server. */
@NullMarked
package dev.steadfast.bookshop;

import org.jspecify.annotations.NullMarked;

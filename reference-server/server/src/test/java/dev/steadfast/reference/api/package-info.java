/** The running server, asked over HTTP. */
@NullMarked
package dev.steadfast.reference.api;

import org.jspecify.annotations.NullMarked;

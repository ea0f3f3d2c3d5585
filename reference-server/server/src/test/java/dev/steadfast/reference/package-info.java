/** Tests of the server as a whole. */
@NullMarked
package dev.steadfast.reference;

import org.jspecify.annotations.NullMarked;

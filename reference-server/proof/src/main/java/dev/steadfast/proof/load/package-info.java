/** Load over HTTP/1.1 that arrives on its own schedule, and clients that retry as the API asks. */
@NullMarked
package dev.steadfast.proof.load;

import org.jspecify.annotations.NullMarked;

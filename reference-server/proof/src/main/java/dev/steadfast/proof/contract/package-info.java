/** A specification as a client: makes requests from it, and judges real messages by it. */
@NullMarked
package dev.steadfast.proof.contract;

import org.jspecify.annotations.NullMarked;

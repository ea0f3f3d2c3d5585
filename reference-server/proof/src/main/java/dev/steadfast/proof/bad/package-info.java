/** Requests that are wrong, and what the API answers to each. */
@NullMarked
package dev.steadfast.proof.bad;

import org.jspecify.annotations.NullMarked;

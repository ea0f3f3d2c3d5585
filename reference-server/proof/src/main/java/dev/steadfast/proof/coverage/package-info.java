/** Every operation and status of the specifications, provoked by real means. */
@NullMarked
package dev.steadfast.proof.coverage;

import org.jspecify.annotations.NullMarked;

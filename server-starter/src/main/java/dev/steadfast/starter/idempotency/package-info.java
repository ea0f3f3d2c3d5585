/** One effect per Idempotency-Key. */
@NullMarked
package dev.steadfast.starter.idempotency;

import org.jspecify.annotations.NullMarked;

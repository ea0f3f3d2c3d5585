/** Tests of the feature, over real HTTP. */
@NullMarked
package dev.steadfast.starter.idempotency;

import org.jspecify.annotations.NullMarked;

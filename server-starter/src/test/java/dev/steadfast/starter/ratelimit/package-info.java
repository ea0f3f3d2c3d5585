/** Tests of the feature, over real HTTP. */
@NullMarked
package dev.steadfast.starter.ratelimit;

import org.jspecify.annotations.NullMarked;

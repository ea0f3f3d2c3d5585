/** Tests of the feature, over real HTTP. */
@NullMarked
package dev.steadfast.starter.problem;

import org.jspecify.annotations.NullMarked;

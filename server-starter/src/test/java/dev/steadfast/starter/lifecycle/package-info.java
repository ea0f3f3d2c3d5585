/** Tests of the feature, over real HTTP. */
@NullMarked
package dev.steadfast.starter.lifecycle;

import org.jspecify.annotations.NullMarked;

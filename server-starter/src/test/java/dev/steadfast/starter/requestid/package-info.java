/** Tests of the feature, over real HTTP. */
@NullMarked
package dev.steadfast.starter.requestid;

import org.jspecify.annotations.NullMarked;

/** Tests of the feature, over real HTTP. */
@NullMarked
package dev.steadfast.starter.accesslog;

import org.jspecify.annotations.NullMarked;

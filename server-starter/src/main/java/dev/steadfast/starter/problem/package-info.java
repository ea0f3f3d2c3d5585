/** Errors as problem details (RFC 9457), or in the format of an older API version. */
@NullMarked
package dev.steadfast.starter.problem;

import org.jspecify.annotations.NullMarked;

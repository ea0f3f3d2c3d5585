/** A name for each request, and its place in a distributed trace. */
@NullMarked
package dev.steadfast.starter.requestid;

import org.jspecify.annotations.NullMarked;

/** One structured log line for the outcome of each request. */
@NullMarked
package dev.steadfast.starter.accesslog;

import org.jspecify.annotations.NullMarked;

/** The gate as a goal of a Maven build. */
@NullMarked
package dev.steadfast.maven;

import org.jspecify.annotations.NullMarked;

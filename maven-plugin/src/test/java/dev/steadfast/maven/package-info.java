@NullMarked
package dev.steadfast.maven;

import org.jspecify.annotations.NullMarked;

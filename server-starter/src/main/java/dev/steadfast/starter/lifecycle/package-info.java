/** The life of API versions on the wire: Deprecation, Sunset, Link, brownouts and 410. */
@NullMarked
package dev.steadfast.starter.lifecycle;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package dev.steadfast.reference.security;

import org.jspecify.annotations.NullMarked;

/** Who calls: tokens, keys, scopes. */
@NullMarked
package dev.steadfast.reference.security;

import org.jspecify.annotations.NullMarked;

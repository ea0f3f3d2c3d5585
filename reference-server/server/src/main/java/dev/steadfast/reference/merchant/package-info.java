/** Who is paid. */
@NullMarked
package dev.steadfast.reference.merchant;

import org.jspecify.annotations.NullMarked;
